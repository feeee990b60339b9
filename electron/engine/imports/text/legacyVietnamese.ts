import iconv from "iconv-lite";

/**
 * Whether bytes of a one-byte alphabet are Vietnamese (windows-1258) rather than western
 * European (windows-1252). The first writes most tones as marks of their own behind a vowel; where
 * such bytes mostly stand behind other letters, they are western letters.
 */
export const looksVietnamese = (bytes: Uint8Array): boolean => {
  const text = iconv.decode(Buffer.from(bytes), "windows-1258");
  const tones = count(text, /[\u0300\u0301\u0303\u0309\u0323]/g);
  const onVowels = count(text, /[aăâeêioôơuưy][\u0300\u0301\u0303\u0309\u0323]/gi);
  return onVowels > 4 * (tones - onVowels);
};

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
