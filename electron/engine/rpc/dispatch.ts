import { randomBytes } from "node:crypto";
import type { z } from "zod";
import type { Role } from "../../../shared/contract/call.ts";
import { contract, type Method } from "../../../shared/contract/index.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import { storageFaultKind } from "../db/faults.ts";
import { inTransaction } from "../db/stores.ts";
import { answerOnce, findKnownAnswer, keepAnswer, type Request } from "../usecases/answerOnce.ts";
import { audit, type Connection, type Context, type Engine } from "../usecases/context.ts";
import { remakeTornSearch } from "../usecases/customers/mendSearch.ts";
import { handlers } from "./handlers.ts";
import { failure, type RpcRequest, RpcRequestShape, type RpcResponse } from "./jsonRpc.ts";

type AnyResult = Result<unknown, { readonly kind: string }>;
type AnyUseCase = (context: Context, input: unknown) => AnyResult | Promise<AnyResult>;

/** Told of what went wrong inside, with the reference that the caller was given. */
export type DefectLog = (reference: string, method: string, error: unknown) => void;

/** Answers one message; whatever happens, with exactly one response, or none to a notification. */
export const dispatch = async (
  engine: Engine,
  connection: Connection,
  message: unknown,
  logDefect: DefectLog,
): Promise<RpcResponse | undefined> => {
  const request = RpcRequestShape.safeParse(message);
  if (!request.success) return failure(idOf(message), -32600, "This is not a request.");
  const { id } = request.data;
  const answer = await answerTo(engine, connection, request.data, logDefect);
  if (id === undefined) return undefined;
  return "fault" in answer
    ? failure(id, answer.fault.code, answer.fault.message, answer.fault.data)
    : answer.ok
      ? { jsonrpc: "2.0", id, result: answer.value }
      : failure(id, 1000, sentenceOf(request.data, answer.error.kind), answer.error);
};

type Fault = { readonly fault: { code: number; message: string; data?: unknown } };

const answerTo = async (
  engine: Engine,
  connection: Connection,
  request: RpcRequest,
  logDefect: DefectLog,
): Promise<AnyResult | Fault> => {
  const { method, params } = request;
  if (!isMethod(method)) return fault(-32601, `There is no call named ${method.slice(0, 80)}.`);
  const spec = contract[method];
  const context = contextOf(engine, connection);
  // What is written now would be written to what is about to be replaced.
  if (engine.restore.isDue) return err({ kind: "StorageFailed", why: "busy" });
  try {
    const barred = barredBy(context, method);
    if (barred) return err(barred);
    const input = spec.input.safeParse(params ?? {});
    if (!input.success) return invalid(input.error);
    return await run({ ...context, ...wordedIn(input.data) }, method, input.data);
  } catch (error) {
    const kind = storageFaultKind(error);
    // The index can be made anew, so a torn one keeps nobody from an answer.
    if (kind === "corrupt" && remakeTornSearch(engine)) {
      return answerTo(engine, connection, request, logDefect);
    }
    if (kind === "disk-full" || kind === "read-only" || kind === "busy" || kind === "io") {
      logDefect(kind, method, error);
      return err({ kind: "StorageFailed", why: kind });
    }
    const reference = randomBytes(4).toString("hex").toUpperCase();
    logDefect(reference, method, error);
    return fault(-32603, `Something went wrong. Nothing was saved. Ref ${reference}`, {
      reference,
    });
  }
};

const wordedIn = (input: object): Pick<Context, "locale"> =>
  "locale" in input && (input.locale === "vi" || input.locale === "en")
    ? { locale: input.locale }
    : {};

const run = (context: Context, method: Method, input: unknown): AnyResult | Promise<AnyResult> => {
  const { access } = contract[method];
  // One cast where the table of use cases meets the table of schemas: both are keyed by the method,
  // and the input was parsed by that method's own schema.
  const handle = handlers[method] as unknown as AnyUseCase;
  const request = { method, input } as Request;
  switch (access) {
    case "public":
    case "read":
      return handle(context, input);
    case "write":
      // A job keeps its answer at its end; until then its id is taken here.
      if (context.jobs.has(request.input.requestId)) return err({ kind: "RequestIdReused" });
      return answerOnce(context, request, () => handle(context, input) as AnyResult);
    case "job":
      return runJob(context, request, () => handle(context, input));
  }
};

/** A job writes in steps of its own; asked again while it runs, one joins it. */
const runJob = async (
  context: Context,
  request: Request,
  work: () => AnyResult | Promise<AnyResult>,
): Promise<AnyResult> => {
  const { requestId } = request.input;
  // Jobs that write nothing carry no request id.
  if (requestId === undefined || isRehearsal(request.input)) return work();
  const known = knownAnswer(context, request);
  if (known) return known;
  const fingerprint = JSON.stringify([request.method, request.input]);
  const running = context.jobs.get(requestId);
  if (running) {
    if (running.fingerprint !== fingerprint) return err({ kind: "RequestIdReused" });
    return running.answer as Promise<AnyResult>;
  }
  const answer = finishJob(context, request, work);
  context.jobs.set(requestId, { fingerprint, answer });
  try {
    return await answer;
  } finally {
    context.jobs.delete(requestId);
  }
};

/** A backup takes the place of a damaged shop too, which cannot tell what it answered any more. */
const knownAnswer = (context: Context, request: Request): AnyResult | undefined => {
  try {
    return findKnownAnswer(context, request);
  } catch (error) {
    if (!isRestore(request) || storageFaultKind(error) === undefined) throw error;
    return undefined;
  }
};

const isRestore = ({ method }: Request): boolean => method === "backup.restore";

/** Nothing was written, and what it showed about people is not kept as an answer. */
const isRehearsal = (input: object): boolean => "dryRun" in input && input.dryRun === true;

const finishJob = async (
  context: Context,
  request: Request,
  work: () => AnyResult | Promise<AnyResult>,
): Promise<AnyResult> => {
  const answer = await work();
  if (!answer.ok) return answer;
  // The restored shop has the answer to its restore; what any other job did is not in it.
  if (context.restore.isDue) {
    return isRestore(request) ? answer : err({ kind: "StorageFailed", why: "busy" });
  }
  return inTransaction(context.stores, () => {
    // Some keep it with the last that they write.
    if (!findKnownAnswer(context, request)) keepAnswer(context, request, answer.value);
    return answer;
  });
};

const rankByRole: Readonly<Record<Role, number>> = { cashier: 0, manager: 1, owner: 2 };

const barredBy = (
  context: Context,
  method: Method,
): { kind: string; needs?: string } | undefined => {
  const { access, role } = contract[method];
  if (access === "public") return undefined;
  if (!context.staff) return { kind: "NotSignedIn" };
  if (rankByRole[context.staff.role] >= rankByRole[role]) return undefined;
  inTransaction(context.stores, () => {
    audit(context, "not-allowed", method);
    return ok({});
  });
  return { kind: "NotAllowed", needs: role };
};

const contextOf = (engine: Engine, connection: Connection): Context => ({
  ...engine,
  db: engine.stores.shop,
  connection,
  staff: connection.session,
});

const isMethod = (method: string): method is Method => Object.hasOwn(contract, method);

const invalid = (error: z.ZodError): Fault =>
  fault(-32602, "The call's arguments are not of its form.", {
    issues: error.issues.slice(0, 50).map((issue) => ({
      path: issue.path.map(String),
      message: issue.message,
    })),
  });

const fault = (code: number, message: string, data?: unknown): Fault => ({
  fault: { code, message, ...(data === undefined ? {} : { data }) },
});

const idOf = (message: unknown): string | number | null => {
  if (typeof message !== "object" || message === null || !("id" in message)) return null;
  const { id } = message;
  return typeof id === "string" || typeof id === "number" ? id : null;
};

/** The English sentence of a refusal: its kind in plain words. The window has its own, better ones. */
const sentenceOf = (request: RpcRequest, kind: string): string => {
  const words = kind.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  return `${request.method} was refused: ${words}. ${whatStands(request, kind)}`;
};

/** A job commits in steps: what the disk cuts off stays as far as it came, and goes on. One that only asks has none. */
const whatStands = ({ method, params }: RpcRequest, kind: string): string => {
  const input = Object(params);
  const isJob = isMethod(method) && contract[method].access === "job";
  return kind === "StorageFailed" && isJob && "requestId" in input && !isRehearsal(input)
    ? "What it had done stands; asked again with the same requestId it goes on."
    : "Nothing was written.";
};
