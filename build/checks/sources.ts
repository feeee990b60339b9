import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../pack/root.mjs";

/** A file of ours; its path goes from the root, with `/`. */
export type Source = { readonly path: string; readonly text: string };

/** Something that a house check found; `where` is a path, with the line where there is one. */
export type Violation = { readonly where: string; readonly rule: string; readonly found: string };

const folders = ["shared", "electron", "renderer", "test", "build", ".ci"];
const files = ["README.md", "package.json", "tsconfig.json", ".biome.json", ".npmrc", ".gitignore"];
const textFile = /\.(tsx?|mts|mjs|cjs|css|html|json|md|svg|sh|ya?ml)$|\/run$|^\.\w+$/;

export const readSources = (): readonly Source[] =>
  [...folders.flatMap(listFolder), ...files]
    .filter((path) => textFile.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

const listFolder = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (path === "build/out") return [];
    return entry.isDirectory() ? listFolder(path) : [path];
  });
