import { assert } from "../kernel/assert.ts";

/** An alphabetic ISO 4217 code of a currency that a shop can be paid in. */
export type CurrencyCode = string;

/**
 * How many decimal digits the minor unit of `code` has: VND 0, USD 2, KWD 3.
 *
 * Source: ISO 4217, list one. `Intl` is not asked, because its digits follow custom and not
 * the standard: it gives the Iraqi dinar none, where the standard and every invoice give three.
 */
export const currencyExponent = (code: CurrencyCode): number => {
  const exponent = exponentByCode.get(code);
  assert(exponent !== undefined, `${code} is not a currency of ISO 4217`);
  return exponent;
};

/** Whether `code` is known here, in capitals as the standard writes it. */
export const isCurrency = (code: string): code is CurrencyCode => exponentByCode.has(code);

/** All codes known here, in the standard's order of the alphabet. */
export const listCurrencies = (): readonly CurrencyCode[] => [...exponentByCode.keys()].sort();

// Metals, test codes and the IMF's unit have no minor unit and pay in no shop: left out.
const codesByExponent: readonly (readonly [exponent: number, codes: string])[] = [
  [0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"],
  [
    2,
    `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD
     CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP
     GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK
     LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO
     NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS
     SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST
     XAD XCD XCG YER ZAR ZMW ZWG`,
  ],
  [3, "BHD IQD JOD KWD LYD OMR TND"],
  [4, "CLF UYW"],
  // Withdrawn since 2021, and still met in order files from before.
  [2, "ANG BGN CUC HRK SLL ZWL"],
];

const exponentByCode: ReadonlyMap<string, number> = new Map(
  codesByExponent.flatMap(([exponent, codes]) =>
    codes.split(/\s+/).map((code) => [code, exponent] as const),
  ),
);
