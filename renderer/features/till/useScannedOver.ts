import { type KeyboardEvent, useState } from "react";
import { useOmnibox } from "../../stores/till/omnibox.ts";
import { looksScanned } from "../../stores/till/typed.ts";
import { scanBurst } from "../../ui/scanBurst.ts";

/** Nobody types on so quickly, and no scanner waits so long. */
const PAUSE_MS = 100;

/**
 * EAN-8, UPC-A, EAN-13 and GTIN-14, or letters and figures, as of a slip; ten and eleven digits are
 * somebody's telephone number.
 */
const isNobodys = (text: string): boolean =>
  /^(?:\d{8}|\d{12,14})$/u.test(text) || (looksScanned(text) && /\p{L}/u.test(text));

/** Barcodes and the codes of slips have eight characters or more; a figure may have points between. */
export const isNoFigure = (text: string): boolean => text.replace(/[.,]/gu, "").length >= 8;

type Over<T> = {
  readonly typed: T;
  readonly restore: (before: T) => void;
  /** What of all that comes at once is a code; absent: what is nobody's name or telephone number. */
  readonly isCode?: (text: string) => boolean;
  /** What becomes of it; absent: it goes where every scan at the till goes. */
  readonly onScan?: (code: string) => void;
};

const takeScan = (code: string): void => {
  const { type, enter } = useOmnibox.getState();
  type(code);
  void enter(true);
};

/**
 * Hears the keys of a form at the till. A code that is scanned over it is goods that came late: the
 * form stands as it was before the scan, and the goods go into the basket.
 */
export const useScannedOver = <T>(over: Over<T>) => {
  const { typed, restore, isCode = isNobodys, onScan = takeScan } = over;
  const [heard] = useState(() => ({ burst: scanBurst(), code: "", before: typed, lastAtMs: 0 }));
  const restart = () => {
    heard.burst.restart();
    heard.code = "";
  };
  const hear = ({ key, timeStamp }: KeyboardEvent) => {
    if (heard.code !== "" && timeStamp - heard.lastAtMs > PAUSE_MS) restart();
    if (heard.code === "") heard.before = typed;
    heard.code += key;
    heard.lastAtMs = timeStamp;
    heard.burst.hear(timeStamp);
  };
  return (event: KeyboardEvent): void => {
    if (event.key.length === 1) {
      hear(event);
      return;
    }
    const { burst, code, before } = heard;
    const isScan = event.key === "Enter" && burst.isScan(code.length) && isCode(code);
    restart();
    if (!isScan) return;
    event.preventDefault();
    restore(before);
    onScan(code);
  };
};
