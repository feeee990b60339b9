import { useEffect } from "react";
import { usePlace } from "../../../stores/place.ts";
import { takeScan } from "../../../stores/till/omnibox.ts";
import { isEditable } from "../../../ui/useKeys.ts";

/**
 * A scan where no field would take it is for the till, whatever is looked at; and the Enter with which
 * it ends presses no key that happens to have the focus.
 */
export const useScanFromAnywhere = (takeCode: () => string | undefined): void => {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !isHeardHere()) return;
      const code = takeCode();
      if (code === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      takeScan(code);
    };
    window.addEventListener("keydown", hear, { capture: true });
    return () => window.removeEventListener("keydown", hear, { capture: true });
  });
};

/** At the till all that is typed goes into its one line; among goods, a scan is for the form of one. */
const isHeardHere = (): boolean => {
  const { place } = usePlace.getState();
  return place !== "till" && place !== "goods" && !isEditable(document.activeElement);
};
