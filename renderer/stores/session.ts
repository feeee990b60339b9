import { create } from "zustand";
import type { AnyRefusal, EngineState, EngineUnavailableReason, Output } from "../rpc/answer.ts";
import { ask, askShell, keepSession, watchEngine, watchSignedOut } from "../rpc/client.ts";

export type Shop = Output<"shop.status">;
export type Staff = Pick<Output<"session.login">, "staffId" | "name" | "role">;

export type Phase = "starting" | "wizard" | "sign-in" | "open" | "restored" | "failed";

type SessionStore = {
  readonly phase: Phase;
  readonly shop: Shop | undefined;
  readonly staff: Staff | undefined;
  readonly engine: EngineState["state"];
  readonly failure: EngineUnavailableReason | undefined;
  /** The engine was started again since the person last did something. */
  readonly hasRestarted: boolean;
  readonly start: () => void;
  readonly refreshShop: () => Promise<void>;
  readonly logIn: (name: string, pin: string) => Promise<AnyRefusal | undefined>;
  readonly open: (session: Staff & { readonly sessionToken?: string | undefined }) => void;
  readonly lock: () => Promise<void>;
  readonly retryEngine: () => void;
  /** Tries the key that was printed; the engine tells whether it fits. */
  readonly openWithKey: (recoveryKey: string) => void;
  /** Starts without the shop that does not open, which stays on this computer. */
  readonly startWithoutShop: () => void;
  readonly dismissRestart: () => void;
  /** Draws the window anew: nothing that it knows of a replaced shop is left. */
  readonly startAfresh: () => void;
};

/** Whether a cashier is at work: what they may not ask is not asked, so that nothing is refused. */
export const isOfCashier = ({ staff }: Pick<SessionStore, "staff">): boolean =>
  staff?.role === "cashier";

/** Which shop this is, who is signed in, and how the engine is. */
export const useSession = create<SessionStore>()((set, get) => ({
  phase: "starting",
  shop: undefined,
  staff: undefined,
  engine: "restarting",
  failure: undefined,
  hasRestarted: false,

  start: () => {
    watchSignedOut(() => {
      if (get().phase === "open") set({ phase: "sign-in", staff: undefined });
    });
    watchEngine((state) => set((session) => heard(session, state, get)));
  },

  refreshShop: async () => {
    const answer = await ask("shop.status", {});
    if (!answer.ok) return;
    const shop = answer.value;
    set({ shop, ...(isClosed(get().phase) && { phase: shop.configured ? "sign-in" : "wizard" }) });
  },

  logIn: async (name, pin) => {
    const answer = await ask("session.login", { name, pin });
    if (!answer.ok) return answer.refusal;
    get().open(answer.value);
    return undefined;
  },

  open: ({ staffId, name, role, sessionToken }) => {
    keepSession(sessionToken);
    set({ phase: "open", staff: { staffId, name, role } });
  },

  lock: async () => {
    keepSession(undefined);
    set({ phase: "sign-in", staff: undefined });
    await ask("session.logout", {});
  },

  retryEngine: () => {
    set({ phase: "starting", failure: undefined });
    void askShell("shell.retryEngine", {});
  },

  openWithKey: (recoveryKey) => {
    set({ phase: "starting", failure: undefined });
    void askShell("shell.openWithKey", { recoveryKey });
  },

  startWithoutShop: () => {
    set({ phase: "starting", failure: undefined });
    void askShell("shell.startWithoutShop", {});
  },

  dismissRestart: () => set({ hasRestarted: false }),

  startAfresh: () => window.location.reload(),
}));

const isClosed = (phase: Phase): boolean => phase === "starting" || phase === "failed";

const heard = (
  session: SessionStore,
  state: EngineState,
  get: () => SessionStore,
): Partial<SessionStore> => {
  if (state.state === "failed") {
    return { engine: "failed", failure: state.reason, phase: "failed" };
  }
  // Also after a failure that was mended: the shop is known then, and nobody is shown it yet.
  if (state.state === "ready" && (session.shop === undefined || isClosed(session.phase))) {
    queueMicrotask(() => void get().refreshShop());
  }
  const isBack = state.state === "ready" && session.engine === "restarting";
  const hasRestarted = session.hasRestarted || (isBack && session.shop !== undefined);
  return { engine: state.state, hasRestarted };
};
