const BEGINNING = 100_000;
const LEAST_MS_A_RECEIPT = 60_000;

/**
 * A number behind all that a register can have given out by `nowMs`, where nobody can tell any more
 * which it gave: a hundred thousand, and one for each minute since the shop was made, day and night.
 * It depends on nothing else, so that restores of whichever backups, one after another, each land
 * behind what was given out after the ones before.
 */
export const behindAnyReceipt = ({ madeAtMs, nowMs }: ReceiptTimes): number =>
  BEGINNING + Math.max(0, Math.floor((nowMs - madeAtMs) / LEAST_MS_A_RECEIPT));

export type ReceiptTimes = { readonly madeAtMs: number; readonly nowMs: number };
