import { create } from "zustand";
import type { AnyRefusal, DroppedFile, Output, Progress, Told } from "../rpc/answer.ts";
import { ask, askShell, newId, tell, watchDropped } from "../rpc/client.ts";
import { lengthAgain, readOn } from "./pages.ts";

export type ImportOutcome = Output<"orders.importFile">;
export type DiffRow = NonNullable<ImportOutcome["diff"]>[number];
export type Reject = NonNullable<ImportOutcome["rejects"]>[number];
export type PastImport = Output<"orders.imports">["imports"][number];
export type OnlineOrder = Output<"orders.list">["orders"][number];
export type Undone = Output<"orders.undoImport">;
export type Mapping = NonNullable<Told<"orders.importFile">["mapping"]>;

/** What the engine made of the headers of a file that it does not know. */
export type Proposal = {
  readonly headers: readonly string[];
  readonly columns: Readonly<Record<string, string>>;
  readonly missing: readonly string[];
};

export type DateOrder = NonNullable<Told<"orders.importFile">["dateOrder"]>;

type HowRead = { readonly mapping?: Mapping | undefined; readonly dateOrder?: DateOrder };

export type ImportRefusal = AnyRefusal;

export type DropProblem = "many" | "folder" | "nowhere" | "busy";

type ImportStep = "list" | "rehearsing" | "mapping" | "rehearsed" | "importing" | "done";

type ImportsStore = {
  readonly step: ImportStep;
  readonly path: string;
  readonly mapping: Mapping | undefined;
  /** What a person said about dates such as 03/04/2026, where the file does not tell. */
  readonly dateOrder: DateOrder | undefined;
  readonly proposal: Proposal | undefined;
  /** Of the import that was cut off: asked for by it again it goes on, and is undone as one. */
  readonly cutId: string | undefined;
  readonly progress: Progress;
  readonly rehearsal: ImportOutcome | undefined;
  readonly result: ImportOutcome | undefined;
  readonly undone: Undone | undefined;
  readonly refusal: ImportRefusal | undefined;
  /** Why what was let go over the screen is not taken. */
  readonly dropProblem: DropProblem | undefined;
  readonly orders: readonly OnlineOrder[];
  readonly imports: readonly PastImport[];
  /** Where each list goes on; undefined where all of it is shown. */
  readonly nextOrders: string | undefined;
  readonly nextImports: string | undefined;
  readonly load: () => Promise<void>;
  readonly moreOrders: () => Promise<void>;
  readonly moreImports: () => Promise<void>;
  readonly choose: () => Promise<void>;
  readonly drop: (files: readonly DroppedFile[]) => Promise<void>;
  readonly rehearse: (path: string, how?: HowRead) => Promise<void>;
  readonly importAll: () => Promise<void>;
  readonly undo: (importId: string) => Promise<void>;
  readonly leave: () => void;
};

const ORDERS_A_PAGE = 100;
const IMPORTS_A_PAGE = 50;

const start = { done: 0, total: 0, phase: "" };
const fresh = {
  mapping: undefined,
  dateOrder: undefined,
  proposal: undefined,
  cutId: undefined,
  progress: start,
  rehearsal: undefined,
  result: undefined,
  undone: undefined,
  refusal: undefined,
  dropProblem: undefined,
};

/** A file of orders on its way in: looked at first, then imported, undone as a whole if need be. */
export const useImports = create<ImportsStore>()((set, get) => ({
  step: "list",
  path: "",
  ...fresh,
  orders: [],
  imports: [],
  nextOrders: undefined,
  nextImports: undefined,

  load: async () => {
    const [orders, imports] = await Promise.all([
      ask("orders.list", { limit: lengthAgain(ORDERS_A_PAGE, get().orders) }),
      ask("orders.imports", { limit: lengthAgain(IMPORTS_A_PAGE, get().imports) }),
    ]);
    if (orders.ok) set({ orders: orders.value.orders, nextOrders: orders.value.next });
    else set({ refusal: orders.refusal });
    if (imports.ok) set({ imports: imports.value.imports, nextImports: imports.value.next });
  },

  moreOrders: () =>
    readOn({
      shown: () => ({ rows: get().orders, next: get().nextOrders }),
      read: (next) => ask("orders.list", { limit: ORDERS_A_PAGE, next }),
      rowsOf: (page) => page.orders,
      keyOf: ({ source, externalId }) => `${source} ${externalId}`,
      show: (orders, nextOrders) => set({ orders, nextOrders }),
      refuse: (refusal) => set({ refusal }),
    }),

  moreImports: () =>
    readOn({
      shown: () => ({ rows: get().imports, next: get().nextImports }),
      read: (next) => ask("orders.imports", { limit: IMPORTS_A_PAGE, next }),
      rowsOf: (page) => page.imports,
      keyOf: ({ importId }) => importId,
      show: (imports, nextImports) => set({ imports, nextImports }),
      refuse: (refusal) => set({ refusal }),
    }),

  choose: async () => {
    const chosen = await askShell("shell.pickFile", { purpose: "orders" });
    if (chosen?.path !== undefined) await get().rehearse(chosen.path);
  },

  drop: async (files) => {
    const { step } = get();
    const isBusy = step === "rehearsing" || step === "importing";
    const [file] = files;
    const dropProblem = isBusy ? "busy" : problemOf(files);
    if (dropProblem || !file) set({ dropProblem, refusal: undefined });
    else await get().rehearse(file.path);
  },

  rehearse: async (path, { mapping, dateOrder } = {}) => {
    const { proposal } = get();
    set({ ...fresh, step: "rehearsing", path, mapping, dateOrder, proposal });
    const onProgress = (progress: Progress) => set({ progress });
    const params = { path, dryRun: true, ...howRead({ mapping, dateOrder }) };
    const answer = await tell("orders.importFile", params, { onProgress });
    if (answer.ok) set({ step: "rehearsed", rehearsal: answer.value });
    else set(afterRefusal(answer.refusal, get().proposal));
  },

  importAll: async () => {
    const { path, mapping, dateOrder, cutId: requestId = newId() } = get();
    set({ step: "importing", progress: start, refusal: undefined, cutId: requestId });
    const onProgress = (progress: Progress) => set({ progress });
    const params = { path, ...howRead({ mapping, dateOrder }) };
    const answer = await tell("orders.importFile", params, { requestId, onProgress });
    if (answer.ok) set({ step: "done", result: answer.value, cutId: undefined });
    else set({ step: "rehearsed", refusal: answer.refusal });
    // It was taken back meanwhile, and what comes now is another one.
    if (!answer.ok && answer.refusal.kind === "RequestIdReused") set({ cutId: undefined });
    await get().load();
  },

  undo: async (importId) => {
    const answer = await tell("orders.undoImport", { importId });
    if (answer.ok) set({ undone: answer.value, refusal: undefined, dropProblem: undefined });
    else set({ undone: undefined, refusal: answer.refusal, dropProblem: undefined });
    await get().load();
  },

  leave: () => set({ step: "list", ...fresh }),
}));

const howRead = ({
  mapping,
  dateOrder,
}: {
  readonly mapping: Mapping | undefined;
  readonly dateOrder: DateOrder | undefined;
}) => ({ ...(mapping && { mapping }), ...(dateOrder && { dateOrder }) });

/** Takes what is let go over the window, from now on. Returns what ends it. */
export const takeDropped = (): (() => void) =>
  watchDropped((files) => void useImports.getState().drop(files));

const problemOf = (files: readonly DroppedFile[]): DropProblem | undefined => {
  if (files.some(({ isFolder }) => isFolder)) return "folder";
  if (files.length > 1) return "many";
  return files.some(({ path }) => path === "") ? "nowhere" : undefined;
};

/** The file's own name, whichever way the system writes folders. */
export const fileNameOf = (path: string): string => path.split(/[\\/]/u).at(-1) ?? path;

const afterRefusal = (
  refusal: AnyRefusal,
  earlier: Proposal | undefined,
): Partial<ImportsStore> => {
  const proposal = refusal.kind === "FormatUnknown" ? readProposal(refusal) : earlier;
  const canMap = refusal.kind === "FormatUnknown" || refusal.kind === "MappingInvalid";
  return canMap && proposal && proposal.headers.length > 0
    ? { step: "mapping", proposal, refusal }
    : { step: "list", refusal };
};

const readProposal = ({
  headers = [],
  proposedMapping,
}: Extract<AnyRefusal, { readonly kind: "FormatUnknown" }>): Proposal => ({
  headers,
  columns: textsOf(propertyOf(proposedMapping, "columns")),
  missing: Object.values(textsOf(propertyOf(proposedMapping, "missing"))),
});

const propertyOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

const textsOf = (value: unknown): Readonly<Record<string, string>> =>
  typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value).filter(
          (entry): entry is [string, string] => typeof entry[1] === "string",
        ),
      )
    : {};
