import { type UnzipFileInfo, unzipSync, zipSync } from "fflate";
import { err, ok, type Result } from "../../../../shared/kernel/result.ts";
import type { FileCaps, XlsxRefusal } from "../orderFile.ts";

/**
 * The workbook without its pictures and macros, unpacked. The sizes
 * that the archive declares are checked before anything is unpacked, and each part is unpacked
 * into exactly the space that it declared, so that a small file cannot fill the memory.
 */
export const workbookParts = (
  bytes: Uint8Array,
  { expandedBytes }: Pick<FileCaps, "expandedBytes">,
): Result<Uint8Array, XlsxRefusal> => {
  const listed = listedParts(bytes);
  if (listed === undefined) return err({ kind: "FileUnreadable", why: "damaged" });
  const parts = listed.filter(({ name }) => isNeeded(name));
  if (!parts.some(({ name }) => sheetName.test(name))) {
    return err({ kind: "FileUnreadable", why: "not-a-workbook" });
  }
  const declared = parts.reduce((sum, { originalSize }) => sum + originalSize, 0);
  if (declared > expandedBytes) return err({ kind: "FileTooLarge", limitBytes: expandedBytes });
  const unpacked = unpackedParts(bytes);
  return unpacked
    ? ok(zipSync(unpacked, { level: 0 }))
    : err({ kind: "FileUnreadable", why: "damaged" });
};

const sheetName = /^xl\/worksheets\/[^/]+\.xml$/;

/** Pictures and macros are no XML; the rest of the XML is small, and the parser asks for it. */
const isNeeded = (name: string): boolean => /\.(?:xml|rels)$/i.test(name);

/** The archive's own list, or undefined where it has none: a file that was cut short. */
const listedParts = (bytes: Uint8Array): readonly UnzipFileInfo[] | undefined => {
  const listed: UnzipFileInfo[] = [];
  const isRead = attempt(() =>
    unzipSync(bytes, {
      filter: (file) => {
        listed.push(file);
        return false;
      },
    }),
  );
  return isRead && listed.length > 0 ? listed : undefined;
};

const unpackedParts = (bytes: Uint8Array): Record<string, Uint8Array> | undefined =>
  attempt(() => unzipSync(bytes, { filter: ({ name }) => isNeeded(name) }));

/** fflate tells a damaged archive by throwing. */
const attempt = <T>(work: () => T): T | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};
