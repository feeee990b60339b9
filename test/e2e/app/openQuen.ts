import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { _electron, type ElectronApplication, type Page } from "@playwright/test";
import { v7 as newId } from "uuid";
import { appCommand } from "../../../build/pack/electronRuntime.mjs";
import { root } from "../../../build/pack/root.mjs";
import type { Answer, Bridge } from "../../../shared/contract/shell.ts";
import { expect } from "./expect.ts";
import { type Fields, isRecord } from "./isRecord.ts";
import { isEngine, processTree } from "./processes.ts";

declare const window: Window & { quen: Bridge };

/** The real app with a shop of its own, as a test or the demo holds it. */
export type Quen = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The shop's data. */
  readonly shop: string;
  /** Where what is printed or saved comes to lie. */
  readonly printed: string;
  /** Calls over the window's own bridge, for what a story is not about. */
  readonly call: (method: string, params?: unknown) => Promise<Answer>;
  /** Ends the app and leaves nothing behind, where the folder is its own. */
  readonly close: () => Promise<void>;
};

export type HowToOpen = {
  /** Files that answer the file dialog, in this order. */
  readonly pickFiles?: readonly string[];
  /** Holds the shop and what is printed; absent: a new one that goes with the app. */
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
};

export const openQuen = async (how: HowToOpen = {}): Promise<Quen> => {
  const folder = how.folder ?? mkdtempSync(join(tmpdir(), "quen-story-"));
  const shop = join(folder, "shop");
  const printed = join(folder, "printed");
  mkdirSync(printed, { recursive: true });
  const { file, args } = appCommand(root);
  const app = await _electron.launch({
    executablePath: file,
    args: [...args, "--data", shop],
    env: {
      ...surroundings(),
      QUEN_PRINT_TO: printed,
      QUEN_PICK_FILE: (how.pickFiles ?? []).join(delimiter),
      ...how.env,
    },
  });
  const page = await app.firstWindow();
  await page.waitForLoadState();
  await setSize(app, { width: 1280, height: 800 });
  return {
    ...{ app, page, shop, printed },
    call: (method, params = {}) =>
      page.evaluate(([name, input]) => window.quen.call(name, input), [method, params] as const),
    close: async () => {
      await app.close();
      if (how.folder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** What the answer to `method` holds; a story whose ground cannot be laid ends at once. */
export const asked = async (
  { call }: Pick<Quen, "call">,
  method: string,
  params: unknown = {},
): Promise<Fields> => {
  const answer = await call(method, params);
  if (answer.ok && isRecord(answer.value)) return answer.value;
  throw new Error(`${method} was answered ${JSON.stringify(answer)}`);
};

/** The same, with an id of its own for each call that writes. */
export const asking =
  (quen: Pick<Quen, "call">): Ask =>
  (method, params) =>
    asked(quen, method, { requestId: newId(), ...params });

export type Ask = (method: string, params?: Fields) => Promise<Fields>;

type Size = { readonly width: number; readonly height: number };

/** Gives the page itself this size, as a person drags the window. */
export const resize = async ({ app, page }: Pick<Quen, "app" | "page">, size: Size) => {
  await setSize(app, size);
  await expect
    .poll(() => page.evaluate(() => ({ width: innerWidth, height: innerHeight })))
    .toEqual(size);
  await nextFrame(page);
};

/**
 * When all that follows the window's size has followed: media queries are asked at the beginning of a
 * frame, sizes of elements at its end. The page knows its new size before either.
 */
const nextFrame = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => done()));
      }),
  );

/** As near as the screen lets it be. */
const setSize = (app: ElectronApplication, size: Size): Promise<void> =>
  app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);

export const enginePid = (app: ElectronApplication): number => {
  const found = processTree(app.process().pid ?? 0).find(isEngine);
  if (found === undefined) throw new Error("no engine runs");
  return found;
};

const surroundings = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
