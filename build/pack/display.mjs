import { spawn } from "node:child_process";
import { hasDisplay } from "./systemLibraries.mjs";

/**
 * Runs `work` with a display to draw on: the machine's own, else a virtual one that ends with it.
 * Xvfb is started here because Debian's `xvfb-run` mixes standard error into standard output.
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work
 */
export const withDisplay = async (work) => {
  if (hasDisplay()) return work(process.env);
  const { number, stop } = await startVirtualDisplay();
  try {
    return await work({ ...process.env, DISPLAY: `:${number}`, QUEN_VIRTUAL_DISPLAY: "1" });
  } finally {
    stop();
  }
};

/** @returns {Promise<{ number: string, stop: () => void }>} */
const startVirtualDisplay = () =>
  new Promise((resolve, reject) => {
    const args = ["-displayfd", "3", "-screen", "0", "1440x1000x24", "-nolisten", "tcp"];
    const server = spawn("Xvfb", args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
    let number = "";
    const stop = () => void server.kill();
    process.once("exit", stop);
    server.once("error", reject);
    server.once("exit", () => reject(new Error("the virtual display ended at once")));
    server.stdio[3]?.on("data", (text) => {
      number += text;
      if (number.includes("\n")) resolve({ number: number.trim(), stop });
    });
  });
