import { useEffect } from "react";

/**
 * Keeps what is written also where its page is left for another place, in which the field goes without
 * having been left. Where that was the sign-in, which refuses all until somebody is in, it is kept on
 * coming back.
 */
export const useKeptOnLeaving = (keep: () => Promise<unknown>): void =>
  useEffect(() => {
    void keep();
    return () => void keep();
  }, [keep]);
