import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openEngine } from "./enginePipe.ts";
import { makeShop, signIn } from "./shopOnPipe.ts";
import { onSmallDisk, remount } from "./smallDisk.ts";

const filesIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(join(folder, name), "base64")]),
  );

test("a shop on a disk that cannot be written to is refused in words and left as it is", (context) =>
  onSmallDisk(context, "6m", async (disk) => {
    const folder = join(disk, "shop");
    const first = openEngine(folder);
    await makeShop(first);
    expect(await first.end()).toBe(0);
    remount(disk, "ro");
    const before = filesIn(folder);
    expect([...before.keys()]).toEqual(expect.arrayContaining(["keys.db", "shop.db", "shop.key"]));
    const second = openEngine(folder);
    expect(await second.ended).toBe(1);
    expect(second.errors()).toContain(
      "The shop's folder cannot be written to. Nothing was changed.",
    );
    expect(filesIn(folder)).toEqual(before);
    remount(disk, "rw");
    const third = openEngine(folder);
    await signIn(third);
    expect(await third.end()).toBe(0);
  }));

test("no shop is begun on a disk that cannot be written to, and what failed is said", (context) =>
  onSmallDisk(context, "6m", async (disk) => {
    const [empty, absent] = [join(disk, "empty"), join(disk, "absent")];
    mkdirSync(empty);
    remount(disk, "ro");
    const [inEmpty, inAbsent] = [openEngine(empty), openEngine(absent)];
    expect([await inEmpty.ended, await inAbsent.ended]).toEqual([1, 1]);
    expect(inEmpty.errors()).toContain(
      `The shop's key cannot be written to ${join(empty, "shop.key")}`,
    );
    expect(inAbsent.errors()).toContain(`The folder ${absent} cannot be made`);
    expect([readdirSync(disk), readdirSync(empty)]).toEqual([["empty"], []]);
  }));
