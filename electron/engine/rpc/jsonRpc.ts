import { z } from "zod";

/** JSON-RPC 2.0, one object a message. */
export const RpcRequestShape = z.object({
  jsonrpc: z.literal("2.0"),
  id: z.union([z.string(), z.number()]).optional(),
  method: z.string(),
  params: z.unknown().optional(),
});

export type RpcRequest = z.output<typeof RpcRequestShape>;
export type RpcId = string | number | null;

export type RpcResponse =
  | { readonly jsonrpc: "2.0"; readonly id: RpcId; readonly result: unknown }
  | {
      readonly jsonrpc: "2.0";
      readonly id: RpcId;
      readonly error: { readonly code: number; readonly message: string; readonly data?: unknown };
    };

export const failure = (id: RpcId, code: number, message: string, data?: unknown): RpcResponse => ({
  jsonrpc: "2.0",
  id,
  error: { code, message, ...(data === undefined ? {} : { data }) },
});
