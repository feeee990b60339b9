import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Clock } from "../../shared/kernel/ports.ts";

/** Lines for whoever looks after the app. No personal data: methods and kinds, never parameters. */
export type Log = (line: string) => void;

const FILES_KEPT = 4;

/**
 * Appends to `main.log` and moves it on to `main.1.log` and so forth once it is full. Never throws: on a full
 * disk each line would end the app, and the till with it. What is missing is told by the next line that is taken.
 */
export const fileLog = (folder: string, clock: Clock, maxBytes = 1_000_000): Log => {
  const file = (age: number) => join(folder, age === 0 ? "main.log" : `main.${age}.log`);
  let lost = { count: 0, why: "" };
  const write = (line: string) => {
    mkdirSync(folder, { recursive: true });
    if (existsSync(file(0)) && statSync(file(0)).size >= maxBytes) rotate(file);
    const lines = lost.count === 0 ? [line] : [lostLine(lost), line];
    const atText = new Date(clock.nowMs()).toISOString();
    appendFileSync(file(0), lines.map((one) => `${atText} ${oneLine(one)}\n`).join(""));
    lost = { count: 0, why: "" };
  };
  return (line) => {
    try {
      write(line);
    } catch (error) {
      lost = { count: lost.count + 1, why: codeOf(error) };
    }
  };
};

const lostLine = ({ count, why }: { readonly count: number; readonly why: string }): string =>
  `${count} ${count === 1 ? "line" : "lines"} before this one could not be written (${why})`;

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : String(error);

const rotate = (file: (age: number) => string) => {
  for (let age = FILES_KEPT - 2; age >= 0; age -= 1) {
    if (existsSync(file(age))) renameSync(file(age), file(age + 1));
  }
};

const oneLine = (text: string) => text.trimEnd().replaceAll(/[\r\n]+/g, " | ");
