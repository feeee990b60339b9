import { type RefObject, useEffect, useRef } from "react";

/**
 * For a key of a list that arrow keys go through, or what came of a key: it is scrolled to as soon
 * as it is the one.
 */
export const useInSight = <E extends HTMLElement = HTMLButtonElement>(
  isTheOne: boolean,
): RefObject<E | null> => {
  const key = useRef<E>(null);
  useEffect(() => {
    if (isTheOne) key.current?.scrollIntoView?.({ block: "nearest" });
  }, [isTheOne]);
  return key;
};
