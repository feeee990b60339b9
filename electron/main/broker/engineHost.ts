import type { ShellOutput } from "../../../shared/contract/shell.ts";

export type EngineHost = ShellOutput<"shell.about">["engineHost"];

/** What better-sqlite3 needs of the Node that loads it. */
const NODE_API_NEEDED = 10;

/** Electron's own process where its Node can load the database, else a Node beside it. */
export const engineHost = (napi: string | undefined): EngineHost =>
  Number(napi ?? 0) >= NODE_API_NEEDED ? "utility-process" : "node-child";
