/**
 * The currency of the country that a marketplace sells in, for exports that name none; blank where
 * the country is not known. Their shops sell in one country each, so the buyer's tells the shop's.
 */
export const marketCurrency = (country: string): string =>
  currencyByCountry.get(country.toLowerCase()) ?? "";

const currencyByCountry: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    vietnam: "VND",
    "viet nam": "VND",
    "việt nam": "VND",
    vn: "VND",
    thailand: "THB",
    singapore: "SGD",
    malaysia: "MYR",
    philippines: "PHP",
    indonesia: "IDR",
    "united states": "USD",
    "united states of america": "USD",
    "united kingdom": "GBP",
  }),
);
