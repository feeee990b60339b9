import { type RefObject, useEffect, useRef } from "react";

/** After each try that failed the keyboard goes to the first field that has to be mended. */
export const useGoToProblem = <E extends HTMLElement>(tries: number): RefObject<E | null> => {
  const place = useRef<E>(null);
  useEffect(() => {
    if (tries > 0) place.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [tries]);
  return place;
};
