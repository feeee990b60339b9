import { app } from "electron";
import type { z } from "zod";
import {
  type Answer,
  shellContract as contract,
  type ShellMethod,
  type ShellOutput,
} from "../../shared/contract/shell.ts";
import { keyFromPaper } from "../../shared/kernel/recoveryKey.ts";
import type { EngineHost } from "./broker/engineHost.ts";
import type { FileDialogs } from "./fileDialogs.ts";
import type { Documents } from "./pages/documents.ts";
import type { Printing } from "./pages/printing.ts";
import { writeWhole } from "./pages/writeWhole.ts";

export type ShellPorts = {
  readonly dialogs: FileDialogs;
  readonly documents: Documents;
  readonly printing: Printing;
  readonly retryEngine: () => void;
  readonly openWithKey: (keyHex: string) => void;
  readonly startWithoutShop: () => void;
  readonly printsToFolder: boolean;
  readonly engineHost: EngineHost;
  readonly keychain: () => ShellOutput<"shell.about">["keychain"];
};
export type ShellCalls = Readonly<Record<ShellMethod, (params: unknown) => Promise<Answer>>>;

/** The calls that the shell answers itself, each with its parameters checked. */
export const shellCalls = (ports: ShellPorts): ShellCalls => ({
  "shell.pickFile": checked(contract["shell.pickFile"], async ({ purpose }) =>
    optionalPath(await ports.dialogs.pickFile(purpose)),
  ),
  "shell.pickSavePath": checked(contract["shell.pickSavePath"], async ({ suggestedName }) =>
    optionalPath(await ports.dialogs.pickSavePath(suggestedName)),
  ),
  "shell.showDocument": checked(contract["shell.showDocument"], async ({ html }) => ({
    url: ports.documents.add(html),
  })),
  "shell.printDocument": checked(contract["shell.printDocument"], ({ html }) =>
    ports.printing.print(ports.documents.add(html)),
  ),
  "shell.savePdf": checked(contract["shell.savePdf"], async ({ html, suggestedName, path }) => {
    const given = ports.printsToFolder ? path : undefined;
    const target = given ?? (await ports.dialogs.pickSavePath(suggestedName));
    if (target === undefined) return {};
    const why = await ports.printing.savePdf(ports.documents.add(html), target);
    return why === undefined ? { path: target } : { why };
  }),
  "shell.saveFile": checked(contract["shell.saveFile"], async ({ suggestedName, content }) => {
    const target = await ports.dialogs.pickSavePath(suggestedName);
    if (target === undefined) return {};
    const bytes =
      "text" in content ? Buffer.from(content.text) : Buffer.from(content.base64, "base64");
    const why = await writeWhole(target, bytes);
    return why === undefined ? { path: target } : { why };
  }),
  "shell.retryEngine": checked(contract["shell.retryEngine"], async () => {
    ports.retryEngine();
    return {};
  }),
  "shell.openWithKey": checked(contract["shell.openWithKey"], async ({ recoveryKey }) => {
    const keyHex = keyFromPaper(recoveryKey);
    if (keyHex !== undefined) ports.openWithKey(keyHex);
    return { isKey: keyHex !== undefined };
  }),
  "shell.startWithoutShop": checked(contract["shell.startWithoutShop"], async () => {
    ports.startWithoutShop();
    return {};
  }),
  "shell.about": checked(contract["shell.about"], async () => ({
    version: app.getVersion(),
    electron: process.versions.electron,
    engineHost: ports.engineHost,
    keychain: ports.keychain(),
    locale: app.getLocale(),
    platform: process.platform,
  })),
});

/** A wrong shape is told as the engine tells it. */
const checked =
  <I extends z.ZodType, O extends z.ZodType>(
    spec: { readonly input: I; readonly output: O },
    work: (input: z.output<I>) => Promise<z.input<O>>,
  ) =>
  async (params: unknown): Promise<Answer> => {
    const input = spec.input.safeParse(params);
    if (input.success) return { ok: true, value: spec.output.parse(await work(input.data)) };
    const issues = input.error.issues.map(({ path, message }) => ({ path, message }));
    return { ok: false, error: { code: -32_602, message: "invalid params", data: { issues } } };
  };

const optionalPath = (path: string | undefined) => (path === undefined ? {} : { path });
