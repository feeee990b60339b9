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
  digits.length >= 13 && digits.length <= 19 && luhnSum(digits) % 10 === 0;

/** The sum of the digits from the right, every second one doubled and its own digits added. */
const luhnSum = (digits: string): number =>
  [...digits].reverse().reduce((sum, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
