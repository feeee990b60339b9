import { useScannedInto } from "./useScannedInto.ts";

type Over<T> = {
  readonly typed: T;
  readonly restore: (before: T) => void;
  readonly onScan: (code: string) => void;
};

/**
 * For a form in which no code is written. What is scanned over it came late: the form stands as it was
 * before the scan, which goes its own way.
 */
export const useScannedOver = <T>({ typed, restore, onScan }: Over<T>) =>
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
  /^(?:\d{8}|\d{12,14})$/u.test(text) || /^(?=.*\d)(?=.*\p{L})[\p{L}\d._/-]+$/u.test(text);
