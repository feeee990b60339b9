import { useEffect, useState } from "react";
import { type ScanBurst, scanBurst } from "./scanBurst.ts";

/** Nobody types on so quickly, and no scanner waits so long. */
const PAUSE_MS = 100;

type Heard = {
  readonly burst: ScanBurst;
  code: string;
  lastAtMs: number;
  /** What the Enter that is pressed just now ends. */
  entered: string | undefined;
};

/** Hears every key of the window; at an Enter, the code that a scanner ends with it. */
export const useScannedHere = (): (() => string | undefined) => {
  const [heard] = useState<Heard>(() => ({
    ...{ burst: scanBurst(), code: "", lastAtMs: 0, entered: undefined },
  }));
  useEffect(() => {
    const hear = (event: KeyboardEvent) => hearKey(heard, event);
    window.addEventListener("keydown", hear, { capture: true });
    return () => window.removeEventListener("keydown", hear, { capture: true });
  }, [heard]);
  return () => {
    const { entered } = heard;
    heard.entered = undefined;
    return entered;
  };
};

const hearKey = (
  heard: Heard,
  { key, timeStamp, altKey, ctrlKey, metaKey }: KeyboardEvent,
): void => {
  heard.entered = undefined;
  // An Enter that comes late is a person's, who presses a key.
  if (timeStamp - heard.lastAtMs > PAUSE_MS) restart(heard);
  if (key === "Enter") {
    if (heard.burst.isScan(heard.code.length)) heard.entered = heard.code;
    restart(heard);
  }
  if (key.length !== 1 || altKey || ctrlKey || metaKey) return;
  heard.burst.hear(timeStamp);
  heard.code += key;
  heard.lastAtMs = timeStamp;
};

const restart = (heard: Heard): void => {
  heard.burst.restart();
  heard.code = "";
};
