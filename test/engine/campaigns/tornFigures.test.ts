import { closeSync, openSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withPeople } from "./manyPeople.ts";

/** As a power cut leaves a file that was being written: its beginning is there, the rest is not. */
const tear = (path: string): void => {
  const torn = Buffer.alloc(statSync(path).size - 4_096, 7);
  const file = openSync(path, "r+");
  writeSync(file, torn, 0, torn.length, 4_096);
  closeSync(file);
};

const everybody = { segment: { all: [] }, limit: 5 };

test("figures that a power cut has torn are made anew, and the question is answered", async () => {
  const { world } = await withPeople(20);
  const known = await world.take("segment.preview", everybody);
  await world.close();
  tear(join(world.dataDir, "figures.db"));
  await world.restart();
  world.connection.session = world.caller("owner").connection.session;
  expect(await world.take("segment.preview", everybody)).toEqual(known);
});
