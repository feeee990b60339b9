import { isAscii, isUtf8 } from "node:buffer";
import iconv from "iconv-lite";
import { err, ok, type Result } from "../../../../shared/kernel/result.ts";
import type { FileRefusal } from "../orderFile.ts";
import type { ByteSource } from "./fileBytes.ts";
import { looksVietnamese } from "./legacyVietnamese.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1258" | "windows-1252";

/** `isClean`: every byte belongs to a letter, so no text can hold U+FFFD for a broken one. */
export type SniffedEncoding = { readonly encoding: Encoding; readonly isClean: boolean };

/**
 * How the bytes are to be read: by their byte order mark; else UTF-16 by its zeros; else UTF-8
 * when all bytes, to the last, are UTF-8; else one of two one-byte alphabets. A file that is
 * UTF-8 but for a few broken letters stays UTF-8, and only the rows with those are rejected.
 */
export const sniffEncoding = async (
  source: ByteSource,
): Promise<Result<SniffedEncoding, FileRefusal>> => {
  const marked = byMark(source.head) ?? byZeros(source.head);
  if (marked && marked !== "utf-8") return ok({ encoding: marked, isClean: false });
  const tally = await tallyBytes(source);
  if (tally.zeros > 0) return err({ kind: "EncodingUnknown" });
  if (marked || tally.broken === 0 || tally.letters > 20 * tally.broken) {
    return ok({ encoding: "utf-8", isClean: tally.isClean });
  }
  if (tally.controls > 0) return err({ kind: "EncodingUnknown" });
  const encoding = looksVietnamese(tally.sample) ? "windows-1258" : "windows-1252";
  return ok({ encoding, isClean: true });
};

/** The text of `source`, chunk by chunk, without its mark. Broken letters become U+FFFD. */
export async function* decoded(source: ByteSource, encoding: Encoding): AsyncGenerator<string> {
  const decoder = textDecoder(encoding);
  for await (const chunk of source.chunks()) {
    const text = decoder.write(chunk);
    if (text !== "") yield text;
  }
  const rest = decoder.end();
  if (rest !== "") yield rest;
}

type ChunkDecoder = { readonly write: (chunk: Uint8Array) => string; readonly end: () => string };

/** Node's own decoder is six times as fast, and knows no one-byte alphabets in all its builds. */
const textDecoder = (encoding: Encoding): ChunkDecoder => {
  if (encoding === "utf-8") {
    const decoder = new TextDecoder();
    return {
      write: (chunk) => decoder.decode(chunk, { stream: true }),
      end: () => decoder.decode(),
    };
  }
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  return {
    write: (chunk) => decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)),
    end: () => decoder.end() ?? "",
  };
};

/** The start of the text, at most some 256 kB, for looking at its shape. */
export const decodedHead = ({ head }: ByteSource, encoding: Encoding): string =>
  iconv.decode(Buffer.from(head), encoding).replace(/\uFFFD$/, "");

const byMark = (head: Uint8Array): Encoding | undefined => {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return undefined;
};

/** Text of ASCII headers has a zero in every second byte of UTF-16, and nowhere else. */
const byZeros = (head: Uint8Array): Encoding | undefined => {
  const sample = head.subarray(0, 4_096);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index++) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even++;
    else odd++;
  }
  const many = sample.length * 0.2;
  if (odd > many && even < odd / 50) return "utf-16le";
  return even > many && odd < even / 50 ? "utf-16be" : undefined;
};

type Tally = {
  readonly zeros: number;
  /** Letters of two to four bytes that are well formed, at least; bytes that belong to none. */
  readonly letters: number;
  readonly broken: number;
  /** Bytes that no one-byte alphabet of text uses. */
  readonly controls: number;
  readonly isClean: boolean;
  readonly sample: Uint8Array;
};

const tallyBytes = async (source: ByteSource): Promise<Tally> => {
  const tally = { zeros: 0, letters: 0, broken: 0, controls: 0 };
  let carry: Uint8Array = new Uint8Array(0);
  let sample: Uint8Array = new Uint8Array(0);
  for await (const chunk of source.chunks()) {
    const bytes = carry.length === 0 ? chunk : Buffer.concat([carry, chunk]);
    const whole = bytes.subarray(0, wholeLetters(bytes));
    carry = bytes.slice(whole.length);
    if (whole.includes(0)) tally.zeros++;
    if (isUtf8(whole)) {
      if (!isAscii(whole)) tally.letters++;
      continue;
    }
    countLetters(whole, tally);
    if (sample.length < 1_000_000) sample = Buffer.concat([sample, whole]);
  }
  // In a file of UTF-8 letters, one that is cut off by the end of the file is still one of them.
  if (tally.letters === 0) countLetters(carry, tally);
  const isClean = tally.broken === 0 && carry.length === 0;
  return { ...tally, isClean, sample: Buffer.concat([sample, carry]) };
};

/** How many bytes, from the start, do not cut the last letter of UTF-8. */
const wholeLetters = (bytes: Uint8Array): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return lettersLength(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
};

const lettersLength = (first: number): number => {
  if (first >= 0xf0) return 4;
  return first >= 0xe0 ? 3 : 2;
};

const countLetters = (
  bytes: Uint8Array,
  tally: { letters: number; broken: number; controls: number },
): void => {
  for (let index = 0; index < bytes.length; ) {
    const byte = bytes[index] ?? 0;
    if (byte < 0x80) {
      if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) tally.controls++;
      index++;
      continue;
    }
    const length = lettersLength(byte);
    if (
      byte >= 0xc2 &&
      isUtf8(bytes.subarray(index, index + length)) &&
      index + length <= bytes.length
    ) {
      tally.letters++;
      index += length;
    } else {
      tally.broken++;
      index++;
    }
  }
};
