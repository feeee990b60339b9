/**
 * Whether `text` holds what could be the number of a payment card: 13 to 19 digits that pass the
 * Luhn check, alone or in groups parted by one space, dash or dot. Such a text is never stored.
 */
export const holdsCardNumber = (text: string): boolean =>
  [...text.normalize("NFKC").matchAll(groupedDigits)].some(([run]) =>
    joinedGroups(run.split(/\D/)).some(isCardNumber),
  );

const groupedDigits = /\d+(?:[ .\p{Pd}]\d+)*/gu;

/** Every way to read neighbouring groups as one number: an expiry date may follow the number. */
const joinedGroups = (groups: readonly string[]): readonly string[] =>
  groups.flatMap((_, from) =>
    groups.slice(from).map((__, length) => groups.slice(from, from + length + 1).join("")),
  );

const isCardNumber = (digits: string): boolean =>
  digits.length >= 13 && digits.length <= 19 && passesLuhn(digits);

/**
 * Whether the whole text is the number of a payment card, spaces, dots and dashes aside: it begins
 * as a card company's do, is as long as theirs are and passes the Luhn check. A valid EAN-13 is
 * none: shops print them on loyalty cards, and Visa gives out no thirteen digits any more.
 */
export const isBankCardNumber = (text: string): boolean => {
  const digits = text.normalize("NFKC").replace(/[\s.\p{Pd}]/gu, "");
  return /^\d+$/.test(digits) && isOfBrand(digits) && passesLuhn(digits) && !isEan13(digits);
};

const isOfBrand = (digits: string): boolean =>
  brands.some(({ begins, lengths }) => lengths.includes(digits.length) && begins.test(digits));

/** Source: ISO/IEC 7812 and the card companies' own ranges; 9704 is NAPAS, Vietnam's own. */
const brands: readonly { readonly begins: RegExp; readonly lengths: readonly number[] }[] = [
  /** Visa. */
  { begins: /^4/, lengths: [13, 16, 19] },
  /** Mastercard, whose second range is 2221 to 2720. */
  { begins: /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  /** American Express. */
  { begins: /^3[47]/, lengths: [15] },
  /** JCB, 3528 to 3589. */
  { begins: /^35(2[89]|[3-8])/, lengths: [16, 17, 18, 19] },
  /** Diners Club. */
  { begins: /^3(0[0-5]|09|[689])/, lengths: [14, 16, 17, 18, 19] },
  /** NAPAS. */
  { begins: /^9704/, lengths: [16, 19] },
  /** UnionPay. */
  { begins: /^(62|81)/, lengths: [16, 17, 18, 19] },
  /** Discover. */
  { begins: /^(6011|64[4-9]|65)/, lengths: [16, 17, 18, 19] },
  /** Maestro. */
  { begins: /^(5018|5020|5038|5893|6304|6759|676[123])/, lengths: [13, 14, 15, 16, 17, 18, 19] },
];

const isEan13 = (digits: string): boolean =>
  digits.length === 13 &&
  [...digits].reduce((sum, digit, place) => sum + Number(digit) * (place % 2 === 0 ? 1 : 3), 0) %
    10 ===
    0;

const passesLuhn = (digits: string): boolean => luhnSum(digits) % 10 === 0;

/** The sum of the digits from the right, every second one doubled and its own digits added. */
const luhnSum = (digits: string): number =>
  [...digits].reverse().reduce((sum, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
