import type { RpcResponse } from "../rpc/jsonRpc.ts";

/** Resolves when the line has taken it. */
export type Send = (message: unknown) => Promise<void>;

/** So many letters take a few milliseconds to write to the line and to read from it. */
const PART_LENGTH = 500_000;

/**
 * Sends `response`. The long texts of its result go ahead in parts, and the till's answers in between: twenty
 * thousand slips are 66 MB of text, which held each end of the line for half a second.
 */
export const sendInParts = async (send: Send, response: RpcResponse): Promise<void> => {
  if (!("result" in response) || !isRecord(response.result)) return send(response);
  const { id, result } = response;
  const long = Object.entries(result).flatMap(([field, text]) =>
    typeof text === "string" && text.length > PART_LENGTH ? [{ field, text }] : [],
  );
  for (const { field, text } of long) {
    for (let at = 0; at < text.length; at += PART_LENGTH) {
      await send({ kind: "part", id, field, text: text.slice(at, at + PART_LENGTH) });
    }
  }
  const isLong = new Set(long.map(({ field }) => field));
  const rest = Object.entries(result).filter(([field]) => !isLong.has(field));
  return send(long.length === 0 ? response : { ...response, result: Object.fromEntries(rest) });
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
