import { spawn } from "node:child_process";
import { constants } from "node:os";

/**
 * Runs a program to its end and answers its exit code; a signal counts as 128 + its number, as in
 * a shell. Signals that end this process are passed on, so that Ctrl-C reaches the program.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions & { timeoutMs?: number }} options
 * @returns {Promise<number>}
 */
export const runToEnd = (file, args, { timeoutMs, ...options } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(file, [...args], { stdio: "inherit", ...options });
    const timer = timeoutMs && setTimeout(() => child.kill("SIGKILL"), timeoutMs);
    const passOn = endingSignals.map((signal) => {
      const listener = () => void child.kill(signal);
      process.on(signal, listener);
      return () => process.off(signal, listener);
    });
    const settle = () => {
      clearTimeout(timer);
      for (const stop of passOn) stop();
    };
    child.once("error", (error) => {
      settle();
      reject(error);
    });
    child.once("exit", (code, signal) => {
      settle();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });

/** @type {readonly NodeJS.Signals[]} */
const endingSignals = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * For work of the set-up: its output goes to standard error.
 * @type {import("node:child_process").StdioOptions}
 */
export const quietStdout = ["ignore", 2, 2];
