import type { Random } from "../random.ts";

/** A ten-digit mobile number of today, "0" first. */
export const mobileNumber = (random: Random): string => {
  const [prefix] = random.pickWeighted(prefixes, ([, share]) => share);
  const rest = 10 - prefix.length;
  return `${prefix}${String(random.below(10 ** rest)).padStart(rest, "0")}`;
};

/** `number` as people say and type it; a few still use the eleven digits from before 2018. */
export const typedPhone = (random: Random, number: string): string => {
  const draw = random.next();
  const old = oldPrefixByModern[number.slice(0, 3)];
  if (draw < 0.66) return number;
  if (draw < 0.8) return spaced(number, " ");
  if (draw < 0.86) return spaced(number, ".");
  if (draw < 0.92) return `+84${number.slice(1)}`;
  if (draw < 0.95) return `84 ${spaced(number, " ").slice(1)}`;
  return old === undefined ? number : `${old}${number.slice(3)}`;
};

const spaced = (number: string, gap: string): string =>
  [number.slice(0, 4), number.slice(4, 7), number.slice(7)].join(gap);

/** Each carrier's share of subscribers, spread over its prefixes; some are given out in part only. */
const carriers: readonly (readonly [prefixes: string, share: number])[] = [
  ["032 033 034 035 036 037 038 039 086 096 097 098", 54],
  ["081 082 083 084 085 0886 0888 0889 091 094", 23],
  ["070 076 077 078 079 0896 0898 0899 090 093", 18],
  ["0522 0523 0528 056 058 092", 4],
  ["059 0993 0996", 1],
];

const prefixes = carriers.flatMap(([list, share]) =>
  list.split(" ").map((prefix, _, all) => [prefix, share / all.length] as const),
);

/** The Ministry of Information and Communications' plan of 2018, read backwards. */
const oldPrefixByModern: Readonly<Record<string, string>> = {
  "070": "0120",
  "079": "0121",
  "077": "0122",
  "076": "0126",
  "078": "0128",
  "083": "0123",
  "084": "0124",
  "085": "0125",
  "081": "0127",
  "082": "0129",
  "032": "0162",
  "033": "0163",
  "034": "0164",
  "035": "0165",
  "036": "0166",
  "037": "0167",
  "038": "0168",
  "039": "0169",
  "056": "0186",
  "058": "0188",
  "059": "0199",
};
