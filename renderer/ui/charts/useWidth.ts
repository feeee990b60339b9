import { type RefObject, useLayoutEffect, useState } from "react";

/** The width that `place` has now, in pixels; `before` until it is known. */
export const useWidth = (place: RefObject<HTMLElement | null>, before: number): number => {
  const [width, setWidth] = useState(before);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element || typeof ResizeObserver === "undefined") return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth || before));
    observer.observe(element);
    return () => observer.disconnect();
  }, [place, before]);
  return width;
};
