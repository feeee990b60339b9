/** A tax rate from a day on, until the next one starts. */
export type TaxRate = { readonly fromDay: string; readonly rateBps: number };

/** The rate in force on `businessDay`; undefined before the first. Rows may come in any order. */
export const taxRateOn = (businessDay: string, rates: readonly TaxRate[]): number | undefined =>
  rates
    .filter((rate) => rate.fromDay <= businessDay)
    .reduce<TaxRate | undefined>(
      (latest, rate) => (latest && latest.fromDay > rate.fromDay ? latest : rate),
      undefined,
    )?.rateBps;

/**
 * Vietnam's standard rate, as it is for most goods: 10%, cut to 8% until the end of 2026.
 * Source: the National Assembly's resolutions 43/2022, 101/2023, 142/2024, 174/2024 and 204/2025.
 */
export const vietnamStandardRates: readonly TaxRate[] = [
  { fromDay: "1999-01-01", rateBps: 1_000 },
  { fromDay: "2022-02-01", rateBps: 800 },
  { fromDay: "2023-01-01", rateBps: 1_000 },
  { fromDay: "2023-07-01", rateBps: 800 },
  { fromDay: "2027-01-01", rateBps: 1_000 },
];
