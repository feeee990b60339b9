import type { z } from "zod";

export type Role = "cashier" | "manager" | "owner";

/**
 * What a call does to the shop's data: `public` needs no session, `read` changes nothing,
 * `write` is one transaction answered once per `requestId`, `job` runs long in steps of its own,
 * shows progress and is also answered once per `requestId` (where its input carries one).
 */
export type Access = "public" | "read" | "write" | "job";

export type CallSpec = {
  readonly access: Access;
  /** The least role that may call it. */
  readonly role: Role;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  readonly refusal: z.ZodType;
};

/** One entry of the contract, with its exact types kept. */
export const call = <
  const A extends Access,
  I extends z.ZodType,
  O extends z.ZodType,
  R extends z.ZodType,
>(spec: {
  readonly access: A;
  readonly role?: Role;
  readonly input: I;
  readonly output: O;
  readonly refusal: R;
}) => ({ role: "cashier" as Role, ...spec });
