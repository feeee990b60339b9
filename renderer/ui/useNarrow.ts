import { useSyncExternalStore } from "react";

/** The styles fold at the same width. */
const narrow = "(max-width: 1180px)";

/** Whether the window is too small for two columns beside the rail. */
export const useNarrow = (): boolean => useSyncExternalStore(follow, isNarrow);

const isNarrow = (): boolean => window.matchMedia(narrow).matches;

const follow = (hear: () => void): (() => void) => {
  const query = window.matchMedia(narrow);
  query.addEventListener("change", hear);
  return () => query.removeEventListener("change", hear);
};
