import { useEffect, useState } from "react";
import { scanBurst } from "./scanBurst.ts";

/** Nobody types on so quickly, and no scanner waits so long. */
const PAUSE_MS = 100;

/** Hears every key of the window; whether all that came since the last pause came from a scanner. */
export const useScannedHere = (): (() => boolean) => {
  const [heard] = useState(() => ({ burst: scanBurst(), count: 0, lastAtMs: 0 }));
  useEffect(() => {
    const hear = ({ key, timeStamp }: KeyboardEvent) => {
      if (key.length !== 1) return;
      if (timeStamp - heard.lastAtMs > PAUSE_MS) {
        heard.burst.restart();
        heard.count = 0;
      }
      heard.burst.hear(timeStamp);
      heard.count += 1;
      heard.lastAtMs = timeStamp;
    };
    window.addEventListener("keydown", hear, { capture: true });
    return () => window.removeEventListener("keydown", hear, { capture: true });
  }, [heard]);
  return () => {
    const isScan = heard.burst.isScan(heard.count);
    heard.burst.restart();
    heard.count = 0;
    return isScan;
  };
};
