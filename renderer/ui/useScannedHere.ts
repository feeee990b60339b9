import { useEffect, useState } from "react";
import { isHeardAgain } from "./passKeysOn.ts";
import { type ScanEar, scanEar } from "./scanEar.ts";

/** Hears every key of the window; at an Enter, the code that a scanner ends with it. */
export const useScannedHere = (): (() => string | undefined) => {
  const [heard] = useState<Heard>(() => ({ ear: scanEar(), entered: undefined }));
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!isHeardAgain(event)) heard.entered = heard.ear.hear(event).code;
    };
    window.addEventListener("keydown", hear, { capture: true });
    return () => window.removeEventListener("keydown", hear, { capture: true });
  }, [heard]);
  return () => {
    const { entered } = heard;
    heard.entered = undefined;
    return entered;
  };
};

type Heard = {
  readonly ear: ScanEar;
  /** What the Enter that is pressed just now ends. */
  entered: string | undefined;
};
