import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { utilityProcess } from "electron";
import type { StartEngine } from "./engineBroker.ts";
import type { EngineHost } from "./engineHost.ts";

type EngineFiles = {
  readonly bundle: string;
  /** Folders in which a Node of our own may lie. */
  readonly nodeFolders: readonly string[];
  /** Where the engine's code is kept compiled: reading it anew was a third of a start. */
  readonly compiledFolder: string;
  readonly log: (line: string) => void;
};

export const engineStarter = (host: EngineHost, files: EngineFiles): StartEngine =>
  host === "utility-process" ? inUtilityProcess(files) : inNodeChild(files);

const inUtilityProcess =
  ({ bundle, compiledFolder, log }: EngineFiles): StartEngine =>
  ({ onMessage, onExit }) => {
    const child = utilityProcess.fork(bundle, [], {
      env: { ...process.env, NODE_COMPILE_CACHE: compiledFolder },
      stdio: "pipe",
      serviceName: "Quen engine",
    });
    child.on("message", onMessage);
    child.on("exit", onExit);
    keepLines(child.stdout, log);
    keepLines(child.stderr, log);
    return { send: (message) => child.postMessage(message), kill: () => void child.kill() };
  };

const inNodeChild =
  ({ bundle, nodeFolders, compiledFolder, log }: EngineFiles): StartEngine =>
  ({ onMessage, onExit }) => {
    const { NODE_OPTIONS: _, ...env } = process.env;
    const child = fork(bundle, [], {
      execPath: findNode(nodeFolders),
      execArgv: [],
      env: { ...env, NODE_COMPILE_CACHE: compiledFolder },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    child.on("message", onMessage);
    child.once("exit", onExit);
    child.on("error", (error) => {
      log(`engine: ${error.message}`);
      // A Node that cannot be started has no exit to tell of. Else only a message was lost, to a
      // process that has just died, and its exit tells the rest.
      if (child.pid === undefined) onExit(null);
    });
    keepLines(child.stdout, log);
    keepLines(child.stderr, log);
    return {
      send: (message) => void (child.connected && child.send(message)),
      kill: () => void child.kill("SIGKILL"),
    };
  };

const findNode = (folders: readonly string[]): string => {
  const name = process.platform === "win32" ? "node.exe" : "node";
  const found = folders.map((folder) => join(folder, "bin", name)).find(existsSync);
  return found ?? name;
};

const keepLines = (stream: Readable | NodeJS.ReadableStream | null, log: (line: string) => void) =>
  stream?.on("data", (text: Buffer) => log(`engine: ${text.toString("utf8")}`));
