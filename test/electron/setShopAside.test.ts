import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { setShopAside } from "../../electron/main/broker/setShopAside.ts";

const newFolder = () => mkdtempSync(join(tmpdir(), "quen-aside-"));

test("a shop that does not open is set aside whole, and nothing else of its folder moves", () => {
  const folder = newFolder();
  const shop = ["shop.db", "shop.db-wal", "shop.db-shm", "keys.db", "search.db", "figures.db-wal"];
  const others = ["shop.db.replaced-1", "shop.db.before-9", "shop.key", "notes.txt"];
  for (const name of [...shop, ...others]) writeFileSync(join(folder, name), name);
  mkdirSync(join(folder, "window"));
  setShopAside(folder, 77);
  expect(readdirSync(folder).sort()).toEqual(
    [
      ...["shop.db.replaced-77", "shop.db.replaced-77-wal", "shop.db.replaced-77-shm"],
      ...["keys.db.replaced-77", "search.db.replaced-77", "figures.db.replaced-77-wal"],
      ...[...others, "window"],
    ].sort(),
  );
  expect(readFileSync(join(folder, "shop.db.replaced-77-wal"), "utf8")).toBe("shop.db-wal");
});

test("a folder that is not there yet holds nothing to set aside", () => {
  expect(() => setShopAside(join(newFolder(), "none"), 77)).not.toThrow();
});
