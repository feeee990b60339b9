import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const renderer = join(import.meta.dirname, "../../../renderer");

const components = ["features", "ui"].flatMap((folder) =>
  readdirSync(join(renderer, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".tsx"))
    .map((path) => join(folder, path)),
);

/** Text between tags, and texts given straight to what is read or seen. */
const hardcoded = (source: string): readonly string[] => {
  // Keys are called what stands on them, in every language.
  const code = source.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$|<Kbd>[^<]*<\/Kbd>/gmu, "");
  const between = [
    ...code.matchAll(/(?<![=-])>\s*([^<>{}()=;]*\p{L}{2,}[^<>{}()=;]*)\s*<\/?[a-z]/giu),
  ];
  const given = [
    ...code.matchAll(
      /\b(?:aria-label|title|placeholder|alt|label|lead|hint)="([^"]*\p{L}[^"]*)"/gu,
    ),
  ];
  return [...between, ...given]
    .map(([, text]) => (text ?? "").trim())
    .filter((text) => !text.startsWith(","));
};

test("no sentence stands in a component: all of them are in the words", () => {
  expect(components.length).toBeGreaterThan(50);
  const found = components.flatMap((path) =>
    hardcoded(readFileSync(join(renderer, path), "utf8")).map((text) => `${path}: ${text}`),
  );
  expect(found).toEqual([]);
});

test("the search finds what it is for", () => {
  expect(hardcoded("<p>Xin chào</p>")).toEqual(["Xin chào"]);
  expect(hardcoded('<Field label="Name" />')).toEqual(["Name"]);
  expect(hardcoded("<p>{words.hello}</p>")).toEqual([]);
});
