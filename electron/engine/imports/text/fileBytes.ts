import { type FileHandle, open } from "node:fs/promises";
import { err, ok, type Result } from "../../../../shared/kernel/result.ts";
import type { FileRefusal, UnreadableWhy } from "../orderFile.ts";

/** Bytes that can be read again from their start: a file, or a sheet that lies in memory. */
export type ByteSource = {
  readonly sizeBytes: number;
  /** The first bytes, enough to tell what they are. */
  readonly head: Uint8Array;
  readonly chunks: () => AsyncGenerator<Uint8Array>;
  readonly readAll: () => Promise<Uint8Array>;
  /** How many bytes were gone through, over all readings. */
  readonly bytesRead: () => number;
};

/** Short, because progress is told by what was handed out: in a long chunk a small file is over at once. */
const chunkBytes = 32_768;
const headBytes = 262_144;

/** The file at `path`, opened anew for each reading; what the disk says no to is a refusal. */
export const openFileBytes = async (path: string): Promise<Result<ByteSource, FileRefusal>> => {
  try {
    return await withFile(path, async (file) => {
      const stats = await file.stat();
      if (!stats.isFile()) return unreadable("not-a-file");
      if (stats.size === 0) return unreadable("empty");
      const head = await readAt(file, { position: 0, length: Math.min(stats.size, headBytes) });
      return ok(fileSource({ path, sizeBytes: stats.size, modifiedMs: stats.mtimeMs, head }));
    });
  } catch (error) {
    const why = diskFault(error);
    if (why === undefined) throw error;
    return unreadable(why);
  }
};

/** Thrown by a reading that cannot go on; the reader of the rows turns it into its last reject. */
export class ReadingBroken extends Error {
  readonly why: UnreadableWhy;

  constructor(why: UnreadableWhy) {
    super(`the file cannot be read on: ${why}`);
    this.why = why;
  }
}

/** Bytes in memory, in slices as short as those of a file, so that others get their turn. */
export const memoryBytes = (bytes: Uint8Array): ByteSource => {
  let bytesRead = 0;
  return {
    sizeBytes: bytes.length,
    head: bytes.subarray(0, headBytes),
    bytesRead: () => bytesRead,
    readAll: async () => bytes,
    async *chunks() {
      for (let at = 0; at < bytes.length; at += chunkBytes) {
        await new Promise<void>((resolve) => setImmediate(resolve));
        const chunk = bytes.subarray(at, at + chunkBytes);
        bytesRead += chunk.length;
        yield chunk;
      }
    },
  };
};

type OpenedFile = {
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  readonly head: Uint8Array;
};

const fileSource = (opened: OpenedFile): ByteSource => {
  let bytesRead = 0;
  const { path, sizeBytes, head } = opened;
  return {
    sizeBytes,
    head,
    bytesRead: () => bytesRead,
    readAll: () => withFile(path, (file) => readAt(file, { position: 0, length: sizeBytes })),
    async *chunks() {
      const file = await opening(path);
      try {
        for (let position = 0; position < sizeBytes; ) {
          const length = Math.min(chunkBytes, sizeBytes - position);
          const chunk = await readAt(file, { position, length }).catch(breakOff);
          if (chunk.length < length) throw new ReadingBroken("changed-while-reading");
          position += length;
          bytesRead += length;
          yield chunk;
        }
        const stats = await file.stat();
        if (stats.size !== sizeBytes || stats.mtimeMs !== opened.modifiedMs) {
          throw new ReadingBroken("changed-while-reading");
        }
      } finally {
        await file.close();
      }
    },
  };
};

const opening = (path: string): Promise<FileHandle> => open(path, "r").catch(breakOff);

const breakOff = (error: unknown): never => {
  throw new ReadingBroken(diskFault(error) ?? "disk-error");
};

const withFile = async <T>(path: string, use: (file: FileHandle) => Promise<T>): Promise<T> => {
  const file = await open(path, "r");
  try {
    return await use(file);
  } finally {
    await file.close();
  }
};

const readAt = async (
  file: FileHandle,
  { position, length }: { readonly position: number; readonly length: number },
): Promise<Uint8Array> => {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
};

const unreadable = (why: UnreadableWhy) => err({ kind: "FileUnreadable", why } as const);

const diskFault = (error: unknown): UnreadableWhy | undefined => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return whyByCode[code];
};

const whyByCode: Readonly<Record<string, UnreadableWhy>> = {
  ENOENT: "missing",
  ENOTDIR: "missing",
  ENAMETOOLONG: "missing",
  ELOOP: "missing",
  EACCES: "not-allowed",
  EPERM: "not-allowed",
  EISDIR: "not-a-file",
  EBUSY: "busy",
  EMFILE: "busy",
  ENFILE: "busy",
  EIO: "disk-error",
};
