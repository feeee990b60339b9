import { looksLikeBarcode } from "../till/typed.ts";

type Scanned<T> = { readonly code: string; readonly before: T };

/**
 * Goods with what was scanned into any field of theirs as their barcode. Undefined where it is none,
 * or stands in its own field already.
 */
export const withBarcode = <T extends { readonly barcode: string }>(
  draft: T,
  { code, before }: Scanned<T>,
): T | undefined => {
  const isInPlace = draft.barcode === code && before.barcode !== code;
  return isInPlace || !looksLikeBarcode(code) ? undefined : { ...before, barcode: code };
};
