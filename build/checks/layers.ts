import { posix } from "node:path";
import type { Source, Violation } from "./sources.ts";

const kernel = "shared/kernel";
const money = "shared/money";
const domain = "shared/domain";
const contract = "shared/contract";
const engine = "electron/engine";

/**
 * The allowed arrows: a layer may import itself and what stands beside it here, and nothing else.
 * The longest name that a path begins with is its layer. `*` makes each folder a layer of its own.
 */
export const allowedByLayer: Readonly<Record<string, readonly string[]>> = {
  [kernel]: [],
  [money]: [kernel],
  [domain]: [kernel, money],
  [contract]: [kernel, money],

  "electron/preload": [contract],
  "electron/main": [kernel, contract, "electron/disk"],
  /** How files come to lie on the disk, for both processes that write. */
  "electron/disk": [],
  "electron/devices": [kernel],
  [`${engine}/db`]: [kernel, "electron/disk"],
  [`${engine}/repositories`]: [kernel, money, domain, `${engine}/db`],
  [`${engine}/imports`]: [kernel, money, domain],
  [`${engine}/print`]: [kernel, money, domain],
  [`${engine}/suggest`]: [kernel, money, domain, `${engine}/db`, `${engine}/repositories`],
  [`${engine}/usecases`]: [
    ...[kernel, money, domain, contract, "electron/disk"],
    ...["db", "repositories", "suggest", "imports", "print", "demo"].map(
      (name) => `${engine}/${name}`,
    ),
  ],
  /** A made-up shop: what happened in it, not how it is stored. */
  [`${engine}/demo`]: [kernel, money, domain],
  /** `db` for the faults of the disk, which become refusals here. */
  [`${engine}/rpc`]: [kernel, contract, `${engine}/usecases`, `${engine}/db`],
  /** Where the engine is put together; nothing imports it. */
  [`${engine}/hosts`]: [
    ...[kernel, contract],
    ...["db", "repositories", "rpc", "usecases", "suggest", "imports", "print"].map(
      (name) => `${engine}/${name}`,
    ),
  ],

  "renderer/rpc": [kernel, contract],
  "renderer/stores": [kernel, money, domain, "renderer/rpc"],
  "renderer/ui": [kernel],
  "renderer/words": [kernel, money, domain, contract, "renderer/rpc", "renderer/ui"],
  "renderer/features/*": [
    ...[kernel, money, domain],
    ...["renderer/stores", "renderer/ui", "renderer/words"],
  ],
  /** The page that puts the features together. */
  renderer: [
    ...[kernel, money, domain, "renderer/rpc", "renderer/stores"],
    ...["renderer/ui", "renderer/words", "renderer/features/*"],
  ],
};

/** Packages that would open a layer to what it must not know. */
const closedPackages: readonly { readonly layer: RegExp; readonly package: RegExp }[] = [
  { layer: /^shared\//, package: /^(node:|electron$|react|better-sqlite3)/ },
  { layer: /^electron\/engine\//, package: /^(electron|react|zustand)/ },
  { layer: /^electron\/(main|preload)/, package: /^(better-sqlite3|react|zustand)/ },
  { layer: /^electron\/engine\/(?!db\b)/, package: /^better-sqlite3/ },
  { layer: /^renderer/, package: /^(node:|electron$|better-sqlite3)/ },
];

/** Every import that the table does not allow. Files outside the layers (tests, build) are free. */
export const layerViolations = (sources: readonly Source[]): readonly Violation[] =>
  sources
    .filter(({ path }) => /\.(tsx?|mts)$/.test(path) && /^(shared|electron|renderer)\//.test(path))
    .flatMap((source) =>
      imports(source.text)
        .filter((name) => !isAllowed(source.path, name))
        .map((found) => ({ where: source.path, rule: "layers", found })),
    );

const imports = (text: string): readonly string[] =>
  [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["']([^"']+)["']/g)].flatMap(([, name]) =>
    name === undefined ? [] : [name],
  );

const isAllowed = (path: string, name: string): boolean => {
  const from = layerOf(path);
  if (from === undefined) return false;
  if (!name.startsWith(".")) {
    return !closedPackages.some((rule) => rule.layer.test(from.name) && rule.package.test(name));
  }
  const target = posix.join(posix.dirname(path), name);
  const to = layerOf(target);
  if (to === undefined) return false;
  return from.name === to.name || from.allowed.includes(to.key);
};

type Layer = {
  /** With the folder's own name in place of `*`. */
  readonly name: string;
  readonly key: string;
  readonly allowed: readonly string[];
};

const layerOf = (path: string): Layer | undefined => {
  const [key, allowed] =
    Object.entries(allowedByLayer)
      .filter(([layer]) => matches(layer, path))
      .sort(([left], [right]) => right.length - left.length)[0] ?? [];
  if (key === undefined || allowed === undefined) return undefined;
  const depth = key.split("/").length;
  return { name: path.split("/").slice(0, depth).join("/"), key, allowed };
};

const matches = (layer: string, path: string): boolean =>
  layer.endsWith("/*") ? path.startsWith(layer.slice(0, -1)) : path.startsWith(`${layer}/`);
