import { create } from "zustand";
import type { AnyRefusal, Output, Progress, ShellOutput, Told } from "../rpc/answer.ts";
import { ask, askShell, tell } from "../rpc/client.ts";
import { printPaper } from "./paper.ts";
import { useSession } from "./session.ts";

export type Health = Output<"engine.health">;

type SafetyStore = {
  readonly about: ShellOutput<"shell.about"> | undefined;
  readonly recoveryKey: string | undefined;
  /** Whether the key came on paper, once that was tried. */
  readonly printed: boolean | undefined;
  readonly work: "backup" | "verify" | "health" | "audit" | undefined;
  readonly progress: Progress;
  readonly backup: Output<"backup.create"> | undefined;
  readonly verified: Output<"backup.verify"> | undefined;
  readonly health: Health | undefined;
  readonly audit: Output<"audit.verify"> | undefined;
  readonly refusal: AnyRefusal | undefined;
  readonly staffAdded: string | undefined;
  readonly load: () => Promise<void>;
  readonly showKey: () => Promise<void>;
  readonly hideKey: () => void;
  readonly print: (html: string) => Promise<void>;
  readonly createBackup: (fileName: string) => Promise<void>;
  readonly verifyBackup: () => Promise<void>;
  readonly checkHealth: () => Promise<void>;
  readonly verifyAudit: () => Promise<void>;
  readonly addStaff: (staff: Told<"staff.create">) => Promise<boolean>;
};

const idle = { done: 0, total: 0, phase: "" };

/** Keys, copies and the log: what keeps the shop safe. */
export const useSafety = create<SafetyStore>()((set) => ({
  about: undefined,
  recoveryKey: undefined,
  printed: undefined,
  work: undefined,
  progress: idle,
  backup: undefined,
  verified: undefined,
  health: undefined,
  audit: undefined,
  refusal: undefined,
  staffAdded: undefined,

  load: async () => {
    set({ about: await askShell("shell.about", {}), recoveryKey: undefined, printed: undefined });
  },

  showKey: async () => {
    const answer = await ask("shop.recoveryKey", {});
    if (answer.ok) set({ recoveryKey: answer.value.recoveryKey, refusal: undefined });
    else set({ refusal: answer.refusal });
  },
  hideKey: () => set({ recoveryKey: undefined, printed: undefined }),
  print: async (html) => {
    set({ printed: undefined });
    set({ printed: (await printPaper(html)).kind === "printed" });
  },

  createBackup: async (suggestedName) => {
    const chosen = await askShell("shell.pickSavePath", { suggestedName });
    if (chosen?.path === undefined) return;
    set({ work: "backup", progress: idle, backup: undefined, refusal: undefined });
    const onProgress = (progress: Progress) => set({ progress });
    const answer = await tell("backup.create", { path: chosen.path }, { onProgress });
    set({ work: undefined, ...(answer.ok ? { backup: answer.value } : refused(answer)) });
  },

  verifyBackup: async () => {
    const chosen = await askShell("shell.pickFile", { purpose: "backup" });
    if (chosen?.path === undefined) return;
    set({ work: "verify", progress: idle, verified: undefined, refusal: undefined });
    const answer = await ask("backup.verify", { path: chosen.path });
    set({ work: undefined, ...(answer.ok ? { verified: answer.value } : refused(answer)) });
  },

  checkHealth: async () => {
    set({ work: "health", progress: idle, health: undefined, refusal: undefined });
    const answer = await ask("engine.health", {});
    set({ work: undefined, ...(answer.ok ? { health: answer.value } : refused(answer)) });
  },

  verifyAudit: async () => {
    set({ work: "audit", progress: idle, audit: undefined, refusal: undefined });
    const answer = await ask("audit.verify", {});
    set({ work: undefined, ...(answer.ok ? { audit: answer.value } : refused(answer)) });
  },

  addStaff: async (staff) => {
    const answer = await tell("staff.create", staff);
    set({
      staffAdded: answer.ok ? staff.name : undefined,
      refusal: answer.ok ? undefined : answer.refusal,
    });
    if (answer.ok) await useSession.getState().refreshShop();
    return answer.ok;
  },
}));

const refused = ({ refusal }: { readonly refusal: AnyRefusal }) => ({ refusal });
