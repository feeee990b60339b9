import { type RefObject, useEffect, useRef } from "react";

/** For the field or key that the keyboard belongs to as soon as it is shown. */
export const useFocusFirst = <E extends HTMLElement>(): RefObject<E | null> => {
  const first = useRef<E>(null);
  useEffect(() => first.current?.focus(), []);
  return first;
};
