import { looksLikeBarcode } from "../till/typed.ts";

type Scanned<T> = { readonly code: string; readonly before: T };

/**
 * Takes what is scanned into any field of goods as their barcode, and types it. False where it is none,
 * or stands in its own field already.
 */
export const takeBarcode =
  <T extends { readonly barcode: string }>(draft: T, type: (draft: T) => void) =>
  ({ code, before }: Scanned<T>): boolean => {
    const isInPlace = draft.barcode === code && before.barcode !== code;
    if (isInPlace || !looksLikeBarcode(code)) return false;
    type({ ...before, barcode: code });
    return true;
  };
