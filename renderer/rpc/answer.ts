import type { z } from "zod";
import type {
  CommonRefusal as CommonRefusalSchema,
  Contract,
  Method,
  Output,
  Params,
} from "../../shared/contract/index.ts";
import type { EngineFailure, ShellOutput } from "../../shared/contract/shell.ts";

export type { EngineFailure, Method, Output, Params, ShellOutput };

/**
 * The refusals of a call, each with its literal kind. Read off the schemas themselves: the output
 * type of a refusal without a shape has lost its kind, and every table over kinds its exhaustiveness.
 */
export type Refusal<M extends Method> = SaidBy<Contract[M]["refusal"]>;
export type CommonRefusal = SaidBy<typeof CommonRefusalSchema>;

type SaidBy<R> =
  R extends z.ZodDiscriminatedUnion<infer O extends readonly z.core.SomeType[]>
    ? Said<O[number]>
    : never;
type Said<O> =
  O extends z.ZodObject<infer S>
    ? { readonly kind: z.output<S["kind"]> } & (string extends keyof S ? unknown : z.output<O>)
    : never;

/** What a call comes back with. Expected refusals and trouble are values: nothing is thrown. */
export type Answer<M extends Method> =
  | { readonly ok: true; readonly value: Output<M> }
  | { readonly ok: false; readonly refusal: Refusal<M> | CommonRefusal | Trouble };

/** What is nobody's fault at the till: a defect of ours, or an engine that is not there. */
export type Trouble =
  | { readonly kind: "Defect"; readonly reference: string }
  | { readonly kind: "InvalidCall"; readonly message: string }
  | { readonly kind: "EngineUnavailable"; readonly reason: EngineUnavailableReason };

export type EngineUnavailableReason = EngineFailure | "keeps-stopping" | "stopped";

/** Every refusal that any call can come back with, and every trouble. */
export type AnyRefusal = Refusal<Method> | CommonRefusal | Trouble;

/** Calls that write carry a `requestId`, made by the client. */
export type WriteMethod = {
  [M in Method]: Params<M> extends { readonly requestId: string } ? M : never;
}[Method];
export type ReadMethod = Exclude<Method, WriteMethod>;

/** What is told to the engine, without the request id. */
export type Told<M extends WriteMethod> = Omit<Params<M>, "requestId">;

export type Progress = {
  readonly done: number;
  readonly total: number;
  readonly phase: string;
};

export type EngineState =
  | { readonly state: "ready" | "restarting" | "stopped" }
  | {
      readonly state: "failed";
      readonly reason: EngineFailure | "keeps-stopping";
      readonly message: string;
    };
