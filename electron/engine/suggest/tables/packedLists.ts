import type { Companions } from "../knowledge.ts";

/**
 * A list of companions as one value: 12 bytes each, little-endian: the other item (int32), how many
 * baskets hold both (int32), the weight (float32).
 */
export type PackedEntry = {
  readonly other: number;
  readonly count: number;
  readonly weight: number;
};

const ENTRY_BYTES = 12;

export const packList = (entries: readonly PackedEntry[]): Buffer => {
  const bytes = Buffer.alloc(entries.length * ENTRY_BYTES);
  entries.forEach(({ other, count, weight }, index) => {
    bytes.writeInt32LE(other, index * ENTRY_BYTES);
    bytes.writeInt32LE(count, index * ENTRY_BYTES + 4);
    bytes.writeFloatLE(weight, index * ENTRY_BYTES + 8);
  });
  return bytes;
};

/** How many companions `packed` holds. */
export const listLength = (packed: Uint8Array): number => packed.byteLength / ENTRY_BYTES;

/** Writes the companions of `item` to their places. */
export const unpackList = (packed: Uint8Array, companions: Companions, item: number): void => {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const { width, other, count, weight } = companions;
  for (let index = 0; index < listLength(packed); index += 1) {
    const place = item * width + index;
    other[place] = view.getInt32(index * ENTRY_BYTES, true);
    count[place] = view.getInt32(index * ENTRY_BYTES + 4, true);
    weight[place] = view.getFloat32(index * ENTRY_BYTES + 8, true);
  }
};

/** Counts as 32-bit numbers, without the noughts at the end. */
export const packCounts = (counts: Uint16Array | Int32Array): Buffer => {
  let length = counts.length;
  while (length > 0 && counts[length - 1] === 0) length -= 1;
  const bytes = Buffer.alloc(length * 4);
  for (let at = 0; at < length; at += 1) bytes.writeInt32LE(counts[at] ?? 0, at * 4);
  return bytes;
};

export const unpackCounts = (packed: Uint8Array, into: Uint16Array | Int32Array): void => {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const length = Math.min(into.length, packed.byteLength / 4);
  for (let at = 0; at < length; at += 1) into[at] = view.getInt32(at * 4, true);
};
