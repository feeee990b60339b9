import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from "electron";
import type { Answer, ShellEvent } from "../../shared/contract/shell.ts";
import type { EngineBroker } from "./broker/engineBroker.ts";
import type { Log } from "./log.ts";
import { isWindowAddress } from "./pages/servedPath.ts";
import type { ShellCalls } from "./shellCalls.ts";

type Ends = {
  readonly calls: ShellCalls;
  readonly broker: EngineBroker;
  readonly log: Log;
};

/** Lets the window call. The shell's own calls end here, all others go on to the engine unread. */
export const openBridge = ({ calls, broker, log }: Ends): void => {
  ipcMain.handle("quen:call", async (event, method: unknown, params: unknown) => {
    if (!isFromWindow(event)) return refusal(-32_600, "only the window may call");
    if (typeof method !== "string") return refusal(-32_600, "a call has a name");
    if (!method.startsWith("shell.")) return broker.call(method, params);
    return answerShellCall(calls, method, params).catch((error: unknown) => {
      log(`${method} failed: ${error instanceof Error ? error.stack : error}`);
      return refusal(-32_603, "The shell could not do this.", {
        kind: "ShellFailed",
        ...code(error),
      });
    });
  });
  ipcMain.on("quen:subscribe", (event) => {
    const state = broker.state;
    if (isFromWindow(event) && state) event.sender.send("quen:event", state satisfies ShellEvent);
  });
};

const answerShellCall = async (
  calls: ShellCalls,
  method: string,
  params: unknown,
): Promise<Answer> =>
  isShellMethod(calls, method)
    ? calls[method](params)
    : refusal(-32_601, `there is no call ${method}`);

const isShellMethod = (calls: ShellCalls, method: string): method is keyof ShellCalls =>
  Object.hasOwn(calls, method);

/** Only the page of the window itself: no frame in it, no printed document, no page from elsewhere. */
const isFromWindow = ({ senderFrame, sender }: IpcMainEvent | IpcMainInvokeEvent): boolean =>
  senderFrame !== null && senderFrame === sender.mainFrame && isWindowAddress(senderFrame.url);

const refusal = (code: number, message: string, data?: unknown): Answer => ({
  ok: false,
  error: data === undefined ? { code, message } : { code, message, data },
});

const code = (error: unknown) =>
  error instanceof Error && "code" in error ? { code: String(error.code) } : {};
