import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const renderer = join(import.meta.dirname, "../../../renderer");

const styles = readdirSync(renderer, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".css"))
  .map((path) => ({ path, text: readFileSync(join(renderer, path), "utf8") }));

/** Each transition and animation whose time is its own, beside those that wait before they begin. */
const ownTimes = (css: string): readonly string[] =>
  [...css.matchAll(/\b(?:transition|animation)(?:-duration)?:([^;}]*)/gu)]
    .map(([whole, value = ""]) => ({ whole, value }))
    .filter(({ value }) => !/var\(--(?:quick|calm|going-on)\)/u.test(value))
    .map(({ whole }) => whole);

test("whatever moves takes its time from the tokens, so that one place can stop it", () => {
  expect(styles.length).toBeGreaterThan(20);
  expect(styles.flatMap(({ path, text }) => ownTimes(text).map((at) => `${path}: ${at}`))).toEqual(
    [],
  );
  expect(ownTimes("a { transition: opacity 120ms; }")).toHaveLength(1);
});

test("nothing moves where the system asks for calm", () => {
  const tokens = styles.find(({ path }) => path === join("ui", "tokens.css"))?.text ?? "";
  const [, calm = ""] = tokens.split("(prefers-reduced-motion: reduce)");
  for (const time of ["--quick", "--calm", "--going-on"]) expect(calm).toContain(`${time}: 0ms`);
});
