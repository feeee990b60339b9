import type { Output, PaperOutcome, ShellOutput } from "../rpc/answer.ts";
import { askShell } from "../rpc/client.ts";

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
export const saveTable = async (
  { document, base64 }: Pick<Output<"campaign.list">, "document" | "base64">,
  suggestedName: string,
): Promise<PaperOutcome | undefined> => {
  const content = base64 === undefined ? { text: document ?? "" } : { base64 };
  return savedOf(await askShell("shell.saveFile", { suggestedName, content }));
};

export const savePaper = async (
  html: string,
  suggestedName: string,
): Promise<PaperOutcome | undefined> =>
  savedOf(await askShell("shell.savePdf", { html, suggestedName }));

/** `undefined` where somebody changed their mind in the dialog. */
const savedOf = (answer: ShellOutput<"shell.savePdf"> | undefined): PaperOutcome | undefined => {
  if (answer?.path !== undefined) return { kind: "saved", path: answer.path };
  if (answer && answer.why === undefined) return undefined;
  return { kind: "not-saved", why: answer?.why ?? "failed" };
};

/** Meanwhile nothing is printed or saved a second time. */
export const isUnderWay = (outcome: PaperOutcome | undefined): boolean =>
  outcome?.kind === "printing" || outcome?.kind === "saving";
