import { createHmac } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type Context, registerIdOf } from "../context.ts";

/**
 * Where a file of a backup is written before it is whole. The name tells this shop on this computer
 * from every other writer: what has it while no backup of ours is under way is of one that was cut off.
 */
export const partOf = (context: Context, path: string): string =>
  join(dirname(path), `${basename(path)}${partEnding(context)}`);

/** Removes from `folder` what a killed backup of this very shop has left there, and nothing else. */
export const dropCutParts = (context: Context, folder: string): void => {
  const ending = partEnding(context);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const isOurs = SUFFIXES.some((suffix) => entry.name.endsWith(`${ending}${suffix}`));
    if (isOurs && entry.isFile()) rmSync(join(folder, entry.name), { force: true });
  }
};

const SUFFIXES = ["", "-journal"] as const;

/** Of the key, which no other computer has, also where it has a copy of the shop. */
const partEnding = (context: Context): string => {
  const { keyHex, dataDir } = context.stores;
  const mark = createHmac("sha256", Buffer.from(keyHex, "hex"))
    .update(`${registerIdOf(context)}\n${resolve(dataDir)}`)
    .digest("hex");
  return `.${mark.slice(0, 12)}.part`;
};
