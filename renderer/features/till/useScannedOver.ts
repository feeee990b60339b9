import { takeScan } from "../../stores/till/omnibox.ts";
import { looksScanned } from "../../stores/till/typed.ts";
import { useScannedInto } from "../../ui/useScannedInto.ts";

type Over<T> = {
  readonly typed: T;
  readonly restore: (before: T) => void;
  /** What becomes of it; absent: it goes where every scan at the till goes. */
  readonly onScan?: (code: string) => void;
};

/**
 * Hears the keys of a form at the till. A code that is scanned over it is goods that came late: the
 * form stands as it was before the scan, and the goods go into the basket.
 */
export const useScannedOver = <T>({ typed, restore, onScan = takeScan }: Over<T>) =>
  useScannedInto({
    typed,
    take: ({ code, before, field }) => {
      if (!(isForFigures(field) ? isNoFigure(code) : isNobodys(code))) return false;
      restore(before);
      onScan(code);
      return true;
    },
  });

const isForFigures = (field: EventTarget): boolean =>
  field instanceof HTMLElement && field.hasAttribute("inputmode");

/** Barcodes and the codes of slips have eight characters or more; a figure may have points between. */
const isNoFigure = (text: string): boolean => /^\S{8,}$/u.test(text.replace(/[.,]/gu, ""));

/**
 * EAN-8, UPC-A, EAN-13 and GTIN-14, or letters and figures, as of a slip; ten and eleven digits are
 * somebody's telephone number.
 */
const isNobodys = (text: string): boolean =>
  /^(?:\d{8}|\d{12,14})$/u.test(text) || (looksScanned(text) && /\p{L}/u.test(text));
