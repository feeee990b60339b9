/** The key of the shop's files, 64 hex digits, in the eight groups in which paper shows it. */
export const keyOnPaper = (keyHex: string): string =>
  (keyHex.match(/.{8}/g) ?? []).join("-").toUpperCase();

/**
 * The key of the shop's files as somebody types it from paper: with or without its groups, and with
 * the letters that digits are taken for. Undefined where it cannot be a key.
 */
export const keyFromPaper = (typed: string): string | undefined => {
  const digits = digitsOf(typed);
  return /^[0-9a-f]{64}$/.test(digits) ? digits : undefined;
};

/** How much of a key is typed so far: 64 is all of it, and letters that no key has do not count. */
export const typedKeyLength = (typed: string): number =>
  digitsOf(typed).replace(/[^0-9a-f]/g, "").length;

const digitsOf = (typed: string): string =>
  typed
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Dash}.,]/gu, "")
    .replace(/o/g, "0")
    .replace(/[il]/g, "1");
