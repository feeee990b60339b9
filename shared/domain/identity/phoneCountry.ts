import { isSupportedCountry } from "libphonenumber-js/min";
import type { PhoneCountry } from "./phone.ts";

/** Where a shop stands: its money tells, and its zone where several countries share that, or in Vietnam. */
type ShopPlace = { readonly timezone: string; readonly currency: string };

/**
 * Whose phones are meant where a number names no country. A currency's first two letters are its
 * country's (ISO 4217); the euro's country is told by the zone. Where neither tells, the United States'.
 */
export const phoneCountryOf = ({ timezone, currency }: ShopPlace): PhoneCountry => {
  if (currency === "VND" || /Ho_Chi_Minh|Saigon/i.test(timezone)) return "VN";
  if (currency === "EUR") return euroCountryByZone[timezone] ?? "DE";
  const country = currency.slice(0, 2);
  return isSupportedCountry(country) ? country : "US";
};

const euroCountryByZone: Readonly<Record<string, PhoneCountry>> = {
  "Europe/Amsterdam": "NL",
  "Europe/Athens": "GR",
  "Europe/Bratislava": "SK",
  "Europe/Brussels": "BE",
  "Europe/Dublin": "IE",
  "Europe/Helsinki": "FI",
  "Europe/Lisbon": "PT",
  "Europe/Ljubljana": "SI",
  "Europe/Luxembourg": "LU",
  "Europe/Madrid": "ES",
  "Europe/Malta": "MT",
  "Europe/Paris": "FR",
  "Europe/Riga": "LV",
  "Europe/Rome": "IT",
  "Europe/Sofia": "BG",
  "Europe/Tallinn": "EE",
  "Europe/Vienna": "AT",
  "Europe/Vilnius": "LT",
  "Europe/Zagreb": "HR",
  "Asia/Nicosia": "CY",
};
