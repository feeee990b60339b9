import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { backUp, folderIn } from "./backups.ts";
import { newCustomer, openWorld, type World } from "./world.ts";

describe("a backup that was killed while it was written", () => {
  const killed = async (world: World, path: string): Promise<void> => {
    const { copyShop } = world.engine().worker;
    Object.assign(world.engine().worker, {
      copyShop: async (target: Parameters<typeof copyShop>[0]) => {
        await copyShop(target);
        throw new Error("killed");
      },
    });
    expect(await world.send("backup.create", { requestId: world.newId(), path })).toMatchObject({
      error: { code: -32603 },
    });
    await world.restart();
    world.connection.session = world.caller("owner").connection.session;
  };

  test("leaves nothing behind once the next one is made in that folder, under whatever name", async () => {
    const world = await openWorld();
    const folder = folderIn(world);
    await killed(world, join(folder, "monday.backup"));
    expect(readdirSync(folder)).toHaveLength(2);
    await backUp(world, "tuesday.backup");
    expect(readdirSync(folder).sort()).toEqual(["quen-keys.backup", "tuesday.backup"]);
  });

  test("takes nothing with it that is another's: not what another shop is writing, nor a file like it", async () => {
    const [world, other] = [await openWorld(), await openWorld()];
    const folder = folderIn(world);
    await killed(other, join(folder, "monday.backup"));
    const theirs = readdirSync(folder);
    const files = ["tuesday.backup.part", "quen-keys.backup.part", "photos.part"];
    for (const name of files) writeFileSync(join(folder, name), name);
    mkdirSync(join(folder, "a folder.part"));
    await backUp(world, "tuesday.backup");
    expect(readdirSync(folder).sort()).toEqual(
      [...theirs, ...files, "a folder.part", "quen-keys.backup", "tuesday.backup"].sort(),
    );
    await other.take("backup.create", { path: join(folder, "wednesday.backup") });
    expect(readdirSync(folder).filter((name) => theirs.includes(name))).toEqual([]);
  });
});

test("a copy that is not whole takes nobody's name: the folder and its keys stay as they were", async () => {
  const world = await openWorld();
  const folder = folderIn(world);
  await backUp(world, "monday.backup");
  await newCustomer(world, { name: "Lan" });
  const keys = readFileSync(join(folder, "quen-keys.backup"));
  const { worker } = world.engine();
  const examine = worker.examine;
  Object.assign(worker, {
    examine: async (file: Parameters<typeof examine>[0]) => ({
      ...(await examine(file)),
      integrity: "Tree 7 page 9: btreeInitPage() returns error code 11",
    }),
  });
  const path = join(folder, "tuesday.backup");
  expect(await world.refusal("backup.create", { path })).toEqual({
    ...{ kind: "PathUnwritable", path, why: "the copy is not whole" },
  });
  expect(readdirSync(folder).sort()).toEqual(["monday.backup", "quen-keys.backup"]);
  expect(readFileSync(join(folder, "quen-keys.backup")).equals(keys)).toBe(true);
  Object.assign(worker, { examine });
  expect(await world.take("backup.create", { path })).toMatchObject({ path });
});
