import type { RefObject } from "react";
import { useKeys } from "./useKeys.ts";

/** Turns the page from wherever the keyboard is: outside of it no key would scroll it. */
export const usePageKeys = (body: RefObject<HTMLElement | null>): void => {
  const turn = (step: 1 | -1) => () => {
    const page = body.current;
    const from = document.activeElement;
    if (!page || page.contains(from) || isInPages(from)) return false;
    page.scrollTop += step * MOST_OF_A_PAGE * page.clientHeight;
    return true;
  };
  useKeys({ PageDown: turn(1), PageUp: turn(-1) });
};

/** A line or two of what was read stays in sight. */
const MOST_OF_A_PAGE = 0.9;

/** The keyboard is in something else that these keys scroll: a long basket, a long text. */
const isInPages = (from: Element | null): boolean =>
  from !== null && (isScrolled(from) || isInPages(from.parentElement));

const isScrolled = (element: Element): boolean =>
  element.scrollHeight > element.clientHeight &&
  ["auto", "scroll"].includes(getComputedStyle(element).overflowY);
