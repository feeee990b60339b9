import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { useCustomerPanel } from "../../../stores/till/customerPanel.ts";

type WholeReason = {
  readonly place: RefObject<HTMLSpanElement | null>;
  /** More is said than the card has room for. */
  readonly isCut: boolean;
  readonly isWhole: boolean;
  readonly turn: () => void;
};

/** A reason is read whole where all evidence is opened, or by its own key where it is cut. */
export const useWholeReason = (): WholeReason => {
  const isWhyOpen = useCustomerPanel((panel) => panel.isWhyOpen);
  const place = useRef<HTMLSpanElement>(null);
  const [isCut, setIsCut] = useState(false);
  const [isWhole, setIsWhole] = useState(isWhyOpen);
  const [wasWhyOpen, setWasWhyOpen] = useState(isWhyOpen);
  if (wasWhyOpen !== isWhyOpen) {
    setWasWhyOpen(isWhyOpen);
    setIsWhole(isWhyOpen);
  }
  useLayoutEffect(() => {
    const { current } = place;
    // Whole, it tells nothing of how much room there is.
    if (current && !isWhole) setIsCut(current.scrollHeight > current.clientHeight + 1);
  });
  return { place, isCut, isWhole, turn: () => setIsWhole(!isWhole) };
};
