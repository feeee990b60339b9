import { rmSync } from "node:fs";

type Opened = { readonly close: () => Promise<void>; readonly dataDir: string };

const ofThisFile = new Set<Opened>();
let ofThisTest: Set<Opened> | undefined;

/** A shop that a test opens ends with it; one that is opened for a whole file, with the file. */
export const closeAfterwards = (opened: Opened): void => {
  (ofThisTest ?? ofThisFile).add(opened);
};

export const closeWithFile = (opened: Opened): void => {
  ofThisFile.add(opened);
};

export const beginTest = (): void => {
  ofThisTest = new Set();
};

export const endTest = async (): Promise<void> => {
  await closeAll(ofThisTest ?? new Set());
  ofThisTest = undefined;
};

export const endFile = (): Promise<void> => closeAll(ofThisFile);

const closeAll = async (opened: Set<Opened>): Promise<void> => {
  for (const { close, dataDir } of opened) {
    await close();
    rmSync(dataDir, { recursive: true, force: true });
  }
  opened.clear();
};
