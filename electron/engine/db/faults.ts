/** The world failed under a file of the shop; `kind` comes from SQLite's or the system's code. */
export type StorageFaultKind =
  | "disk-full"
  | "read-only"
  | "busy"
  | "io"
  | "wrong-key"
  | "corrupt"
  | "newer-file"
  | "locked"
  | "vanished";

export class StorageFault extends Error {
  readonly kind: StorageFaultKind;
  constructor(kind: StorageFaultKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

const kindByCode: readonly (readonly [prefix: string, kind: StorageFaultKind])[] = [
  ["SQLITE_FULL", "disk-full"],
  ["ENOSPC", "disk-full"],
  ["EDQUOT", "disk-full"],
  ["SQLITE_READONLY", "read-only"],
  ["SQLITE_CANTOPEN", "read-only"],
  ["EROFS", "read-only"],
  ["EACCES", "read-only"],
  ["EPERM", "read-only"],
  ["SQLITE_BUSY", "busy"],
  ["SQLITE_LOCKED", "busy"],
  ["SQLITE_NOTADB", "wrong-key"],
  ["SQLITE_CORRUPT", "corrupt"],
  ["SQLITE_IOERR", "io"],
  ["EIO", "io"],
  ["ENODEV", "io"],
  ["ENXIO", "io"],
];

/** The fault behind an error by its code, or undefined where it is a defect of ours. */
export const storageFaultKind = (error: unknown): StorageFaultKind | undefined => {
  if (error instanceof StorageFault) return error.kind;
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  const code = String(error.code);
  return kindByCode.find(([prefix]) => code.startsWith(prefix))?.[1];
};

/** There is no such place, or there is none any more. */
const noPlace = new Set(["ENOENT", "ENOTDIR", "ENAMETOOLONG", "ELOOP"]);

/** The same for a file on a stick, which may be pulled out between two steps. */
export const stickFaultKind = (error: unknown): StorageFaultKind | undefined =>
  error instanceof Error && "code" in error && noPlace.has(String(error.code))
    ? "vanished"
    : storageFaultKind(error);
