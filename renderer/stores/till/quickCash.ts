import { proportionTowardZero, subtractMinor, sumMinor } from "../../../shared/money/money.ts";

/** Notes and large coins that people hand over, in minor units, smallest first. */
const notesByCurrency: Readonly<Record<string, readonly number[]>> = {
  VND: [10_000, 20_000, 50_000, 100_000, 200_000, 500_000],
  USD: [100, 500, 1_000, 2_000, 5_000, 10_000],
  EUR: [500, 1_000, 2_000, 5_000, 10_000, 20_000],
  KWD: [250, 500, 1_000, 5_000, 10_000, 20_000],
};

const otherNotes: readonly number[] = [500, 1_000, 2_000, 5_000, 10_000];

/** What a customer likely hands over for `dueMinor`: the exact amount, then the next round ones. */
export const quickCash = (dueMinor: number, currency: string): readonly number[] => {
  const notes = notesByCurrency[currency] ?? otherNotes;
  const rounded = notes.map((note) => nextMultiple(dueMinor, note));
  return [...new Set([dueMinor, ...rounded])].sort((left, right) => left - right).slice(0, 5);
};

const nextMultiple = (dueMinor: number, noteMinor: number): number => {
  const almost = sumMinor([dueMinor, subtractMinor(noteMinor, 1)]);
  return proportionTowardZero(almost, { part: 1, of: noteMinor }) * noteMinor;
};
