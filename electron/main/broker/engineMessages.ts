import { z } from "zod";
import { type Answer, EngineFailure } from "../../../shared/contract/shell.ts";

/** What `main` says to the engine: to open, a JSON-RPC request, to close. */
export type ToEngine =
  | {
      readonly kind: "open";
      readonly dataDir: string;
      readonly keyHex: string;
    }
  | {
      readonly jsonrpc: "2.0";
      readonly id: number;
      readonly method: string;
      readonly params: unknown;
    }
  | { readonly kind: "close" };

export type FromEngine =
  | z.output<typeof Notice>
  | { readonly kind: "answer"; readonly id: number; readonly answer: Answer }
  | ({ readonly kind: "progress" } & z.output<typeof Progress>["params"]);

/** Of a long text of an answer's value, which goes ahead of it. */
const Part = z.object({
  ...{ kind: z.literal("part"), id: z.int(), field: z.string(), text: z.string() },
});
const Notice = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("ready") }),
  z.object({ kind: z.literal("failed"), reason: EngineFailure, message: z.string() }),
  Part,
]);
const Progress = z.object({
  method: z.literal("progress"),
  params: z.object({
    requestId: z.string(),
    done: z.number(),
    total: z.number(),
    phase: z.string(),
  }),
});
const Result = z.object({ id: z.int(), result: z.unknown() });
const Refused = z.object({
  id: z.int(),
  error: z.object({ code: z.int(), message: z.string(), data: z.unknown().optional() }),
});

/** What the engine said, or undefined for what no engine of ours says. Results are not looked into. */
export const readFromEngine = (message: unknown): FromEngine | undefined => {
  if (typeof message !== "object" || message === null) return undefined;
  if ("kind" in message) return Notice.safeParse(message).data;
  if ("method" in message) return progress(Progress.safeParse(message).data);
  if ("error" in message) return refused(Refused.safeParse(message).data);
  return "result" in message ? answered(Result.safeParse(message).data) : undefined;
};

const progress = (message: z.output<typeof Progress> | undefined): FromEngine | undefined =>
  message && { kind: "progress", ...message.params };

const refused = (message: z.output<typeof Refused> | undefined): FromEngine | undefined =>
  message && { kind: "answer", id: message.id, answer: { ok: false, error: message.error } };

const answered = (message: z.output<typeof Result> | undefined): FromEngine | undefined =>
  message && { kind: "answer", id: message.id, answer: { ok: true, value: message.result } };
