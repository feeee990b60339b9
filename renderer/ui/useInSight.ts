import { type RefObject, useEffect, useRef } from "react";

/** For a key of a list that arrow keys go through: it is scrolled to as soon as it is the one. */
export const useInSight = (isTheOne: boolean): RefObject<HTMLButtonElement | null> => {
  const key = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isTheOne) key.current?.scrollIntoView?.({ block: "nearest" });
  }, [isTheOne]);
  return key;
};
