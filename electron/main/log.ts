import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "../../shared/kernel/ports.ts";

/** Lines for whoever looks after the app. No personal data: methods and kinds, never parameters. */
export type Log = (line: string) => void;

const FILES_KEPT = 4;

/** Appends to `main.log` and moves it on to `main.1.log` and so forth once it is full. */
export const fileLog = (folder: string, clock: Clock, maxBytes = 1_000_000): Log => {
  mkdirSync(folder, { recursive: true });
  const file = (age: number) => join(folder, age === 0 ? "main.log" : `main.${age}.log`);
  return (line) => {
    if (existsSync(file(0)) && statSync(file(0)).size >= maxBytes) rotate(file);
    appendFileSync(file(0), `${new Date(clock.nowMs()).toISOString()} ${oneLine(line)}\n`);
  };
};

const rotate = (file: (age: number) => string) => {
  for (let age = FILES_KEPT - 2; age >= 0; age -= 1) {
    if (existsSync(file(age))) renameSync(file(age), file(age + 1));
  }
};

const oneLine = (text: string) => text.trimEnd().replaceAll(/[\r\n]+/g, " | ");
