import type { Output, SaveFailure, ShellOutput } from "../rpc/answer.ts";
import { askShell } from "../rpc/client.ts";

/** How it went with a document on its way to paper or into a file. */
export type PaperOutcome =
  | { readonly kind: "printing" | "saving" | "printed" }
  | { readonly kind: "not-printed"; readonly why: PrintFailure }
  | { readonly kind: "saved"; readonly path: string }
  | { readonly kind: "not-saved"; readonly why: SaveFailure };

export type PrintFailure = NonNullable<ShellOutput<"shell.printDocument">["why"]>;

/** A document with the address at which a frame may show it. */
export type Paper = { readonly html: string; readonly url: string | undefined };

export const showPaper = async (html: string): Promise<Paper> => ({
  html,
  url: (await askShell("shell.showDocument", { html }))?.url,
});

export const printPaper = async (html: string): Promise<PaperOutcome> => {
  const answer = await askShell("shell.printDocument", { html });
  if (answer?.printed) return { kind: "printed" };
  return { kind: "not-printed", why: answer?.why ?? "failed" };
};

/** A table as the engine answers it, text or a workbook, into a file. */
export const saveTable = (
  { document, base64 }: Pick<Output<"campaign.list">, "document" | "base64">,
  suggestedName: string,
): Promise<ShellOutput<"shell.saveFile"> | undefined> => {
  const content = base64 === undefined ? { text: document ?? "" } : { base64 };
  return askShell("shell.saveFile", { suggestedName, content });
};

/** `undefined` where somebody changed their mind in the dialog. */
export const savePaper = async (
  html: string,
  suggestedName: string,
): Promise<PaperOutcome | undefined> => {
  const answer = await askShell("shell.savePdf", { html, suggestedName });
  if (answer?.path !== undefined) return { kind: "saved", path: answer.path };
  if (answer && answer.why === undefined) return undefined;
  return { kind: "not-saved", why: answer?.why ?? "failed" };
};
