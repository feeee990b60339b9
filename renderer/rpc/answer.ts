import type {
  CommonRefusal,
  Method,
  Output,
  Params,
  Refusal,
} from "../../shared/contract/index.ts";
import type {
  DroppedFile,
  EngineFailure,
  SaveFailure,
  ShellOutput,
} from "../../shared/contract/shell.ts";

export type {
  CommonRefusal,
  DroppedFile,
  EngineFailure,
  Method,
  Output,
  Params,
  Refusal,
  SaveFailure,
  ShellOutput,
};

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

/** How it went with a document on its way to paper or into a file. */
export type PaperOutcome =
  | { readonly kind: "printing" | "saving" | "printed" }
  | { readonly kind: "not-printed"; readonly why: PrintFailure }
  | { readonly kind: "saved"; readonly path: string }
  | { readonly kind: "not-saved"; readonly why: SaveFailure };

export type PrintFailure = NonNullable<ShellOutput<"shell.printDocument">["why"]>;
