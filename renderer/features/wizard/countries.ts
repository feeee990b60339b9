import type { ShopDraft } from "../../stores/wizard.ts";

export type CountryName = "vn" | "us" | "eu" | "kw" | "other";

type Terms = Pick<ShopDraft, "currency" | "timezone" | "taxMode" | "cashRoundingMinor">;

/** What a shop there starts with; each can be changed on the same page. */
export const countries: Readonly<Record<Exclude<CountryName, "other">, Terms>> = {
  vn: {
    currency: "VND",
    timezone: "Asia/Ho_Chi_Minh",
    taxMode: "inclusive",
    cashRoundingMinor: 500,
  },
  us: {
    currency: "USD",
    timezone: "America/New_York",
    taxMode: "exclusive",
    cashRoundingMinor: 0,
  },
  eu: { currency: "EUR", timezone: "Europe/Berlin", taxMode: "inclusive", cashRoundingMinor: 0 },
  kw: { currency: "KWD", timezone: "Asia/Kuwait", taxMode: "inclusive", cashRoundingMinor: 5 },
};

/** Steps to which cash may be rounded, in minor units, by how small the smallest coin can be. */
export const roundingSteps = (currency: string): readonly number[] => {
  if (currency === "VND") return [0, 500, 1_000];
  return currency === "KWD" ? [0, 5, 10] : [0, 5, 10, 100];
};
