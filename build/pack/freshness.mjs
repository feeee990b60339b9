import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The bundles, and the folders whose files go into each.
 * @type {Readonly<Record<BundleName, readonly string[]>>}
 */
export const bundleSources = {
  shell: ["electron/main", "electron/preload", "shared"],
  engine: ["electron/engine", "shared"],
  window: ["renderer", "shared"],
};

/**
 * @param {string} root
 * @param {readonly BundleName[]} names
 * @returns {BundleName[]}
 */
export const staleBundles = (root, names) =>
  names.filter((name) => readStamp(root, name) !== sourceStamp(root, name));

/**
 * A digest of each source's path, size and time of change: reading a few hundred file heads costs
 * some milliseconds, reading the files themselves would cost more than the second run may.
 * @param {string} root
 * @param {BundleName} name
 */
export const sourceStamp = (root, name) => {
  const hash = createHash("sha256");
  const always = ["build/pack/bundle.ts", "package-lock.json"];
  for (const path of [...always, ...bundleSources[name].flatMap((folder) => list(root, folder))]) {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest("hex");
};

/**
 * @param {string} root
 * @param {BundleName} name
 * @param {string} stamp
 */
export const writeStamp = (root, name, stamp) => {
  mkdirSync(stampFolder(root), { recursive: true });
  writeFileSync(join(stampFolder(root), name), stamp);
};

/**
 * @param {string} root
 * @param {BundleName} name
 */
const readStamp = (root, name) => {
  const path = join(stampFolder(root), name);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
};

/** @param {string} root */
const stampFolder = (root) => join(root, "build", "out", "stamps");

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
const list = (root, folder) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { withFileTypes: true })
        .sort((left, right) => (left.name < right.name ? -1 : 1))
        .flatMap((entry) => {
          const path = `${folder}/${entry.name}`;
          return entry.isDirectory() ? list(root, path) : [path];
        })
    : [];

/** @typedef {"shell" | "engine" | "window"} BundleName */
