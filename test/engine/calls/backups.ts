import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { World } from "./world.ts";

/** Where the shop's backups go. */
export const folderIn = ({ dataDir }: World): string => {
  const folder = join(dataDir, "backups");
  mkdirSync(folder, { recursive: true });
  return folder;
};

export const backUp = async (world: World, name: string): Promise<string> => {
  const path = join(folderIn(world), name);
  await world.take("backup.create", { path });
  return path;
};
