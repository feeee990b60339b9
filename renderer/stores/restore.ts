import { create } from "zustand";
import { typedKeyLength } from "../../shared/kernel/recoveryKey.ts";
import type { AnyRefusal, Output } from "../rpc/answer.ts";
import { ask, askShell, keepSession, tell } from "../rpc/client.ts";
import { useSession } from "./session.ts";

export type FoundBackup = Output<"backup.verify">;

type RestoreStore = {
  readonly path: string | undefined;
  /** The other computer's recovery key, as it is typed. */
  readonly recoveryKey: string;
  readonly work: "check" | "put" | undefined;
  readonly found: FoundBackup | undefined;
  readonly refusal: AnyRefusal | undefined;
  readonly done: Output<"backup.restore"> | undefined;
  /** Lets a person choose a backup. */
  readonly choose: () => Promise<void>;
  readonly typeKey: (typed: string) => void;
  readonly check: () => Promise<void>;
  /** Puts the backup that was checked in the place of the shop. */
  readonly put: () => Promise<void>;
  /** Opens the backup as the shop of a computer that has none. */
  readonly setUp: () => Promise<void>;
  readonly leave: () => void;
};

const nothing = {
  path: undefined,
  recoveryKey: "",
  work: undefined,
  found: undefined,
  refusal: undefined,
};

/** From a backup back to a shop. */
export const useRestore = create<RestoreStore>()((set, get) => {
  const finish = (done: Output<"backup.restore">) => {
    // Everybody signs in again: the shop that knew this session is replaced.
    keepSession(undefined);
    set({ work: undefined, done });
    useSession.setState({ phase: "restored", staff: undefined });
  };
  return {
    ...nothing,
    done: undefined,

    choose: async () => {
      const chosen = await askShell("shell.pickFile", { purpose: "backup" });
      if (chosen?.path !== undefined) set({ ...nothing, path: chosen.path });
    },
    typeKey: (recoveryKey) => set({ recoveryKey, refusal: undefined }),

    check: async () => {
      const { path, work } = get();
      if (path === undefined || work !== undefined) return;
      set({ work: "check", found: undefined, refusal: undefined });
      const answer = await ask("backup.verify", { path, ...typedKey(get()) });
      const told = answer.ok ? { found: answer.value } : { refusal: answer.refusal };
      set({ work: undefined, ...told });
    },

    put: async () => {
      const { path, work } = get();
      if (path === undefined || work !== undefined) return;
      set({ work: "put", refusal: undefined });
      const answer = await tell("backup.restore", { path, ...typedKey(get()) });
      if (answer.ok) finish(answer.value);
      else if (isUndecided(answer.refusal)) useSession.getState().startAfresh();
      else set({ work: undefined, found: undefined, refusal: answer.refusal });
    },

    setUp: async () => {
      const { path, work } = get();
      if (path === undefined || work !== undefined) return;
      set({ work: "put", refusal: undefined });
      const answer = await tell("shop.setUpFromBackup", { path, ...typedKey(get()) });
      if (answer.ok) finish(answer.value);
      else set({ work: undefined, refusal: answer.refusal });
    },

    leave: () => set(nothing),
  };
});

/**
 * No answer came, or a shop that knows nobody's session: this may be the restored one. Nothing that
 * the window knows of the other may be left.
 */
const isUndecided = ({ kind }: AnyRefusal): boolean =>
  kind === "NotSignedIn" || kind === "EngineUnavailable";

/** Nothing typed means this computer's own key. */
const typedKey = ({ recoveryKey }: Pick<RestoreStore, "recoveryKey">) =>
  typedKeyLength(recoveryKey) === 0 ? {} : { recoveryKey };
