import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** A process and all that it started, as the kernel has them now. */
export const processTree = (rootPid: number): readonly number[] => {
  const parentByPid = new Map(
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => [Number(pid), parentOf(pid)]),
  );
  const tree = [rootPid];
  for (const pid of tree) {
    for (const [child, parent] of parentByPid) if (parent === pid) tree.push(child);
  }
  return tree;
};

/** The engine is told by its bundle. */
export const isEngine = (pid: number): boolean => commandOf(pid).includes("message.mjs");

/** A process that draws a window's page. */
export const isPage = (pid: number): boolean => commandOf(pid).includes("--type=renderer");

/** The ports on which these processes wait for others to call, on any address. */
export const listeningPorts = (pids: readonly number[]): readonly number[] =>
  pids.flatMap((pid) => {
    const own = new Set(socketsOf(pid));
    return ["tcp", "tcp6"].flatMap((table) =>
      readIfThere(`/proc/${pid}/net/${table}`)
        .split("\n")
        .map((line) => line.trim().split(/\s+/))
        .filter(([, , , state, , , , , , socket]) => state === LISTENING && own.has(socket ?? ""))
        .map(([, address = ""]) => Number.parseInt(address.split(":")[1] ?? "", 16)),
    );
  });

/** As include/net/tcp_states.h numbers it. */
const LISTENING = "0A";

const socketsOf = (pid: number): readonly string[] => {
  const folder = `/proc/${pid}/fd`;
  return unlessGone(() => readdirSync(folder), []).flatMap((name) => {
    const target = unlessGone(() => readlinkSync(`${folder}/${name}`), "");
    return /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? [];
  });
};

const parentOf = (pid: string): number =>
  Number(/^PPid:\s+(\d+)/m.exec(readIfThere(`/proc/${pid}/status`))?.[1]);

const commandOf = (pid: number): string => readIfThere(`/proc/${pid}/cmdline`);

const readIfThere = (path: string): string => unlessGone(() => readFileSync(path, "utf8"), "");

/** Processes come and go while they are read; a page's sandbox may hide what it has open. */
const unlessGone = <T>(read: () => T, otherwise: T): T => {
  try {
    return read();
  } catch {
    return otherwise;
  }
};
