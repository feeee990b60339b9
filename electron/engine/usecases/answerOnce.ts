import { err, type Result } from "../../../shared/kernel/result.ts";
import { inTransaction } from "../db/stores.ts";
import { appendAnswer, findAnswer } from "../repositories/answers.ts";
import { audit, type Context } from "./context.ts";

export type Request = {
  readonly method: string;
  readonly input: { readonly requestId: string };
};

type RequestIdReused = { readonly kind: "RequestIdReused" };

/**
 * Runs `work` in one transaction and keeps its answer with it: the same request again answers as
 * the first time and writes nothing. Refuses with `RequestIdReused` where the id came with another
 * call or other arguments. A refusal is not kept: the world may have changed when it is asked again.
 */
export const answerOnce = <T, E>(
  context: Context,
  request: Request,
  work: () => Result<T, E>,
): Result<T, E | RequestIdReused> =>
  inTransaction(context.stores, () => {
    const known = findKnownAnswer<T>(context, request);
    if (known) return known;
    const answer = work();
    if (answer.ok) keepAnswer(context, request, answer.value);
    return answer;
  });

/** The answer given before to the very same request, or the refusal of a reused id. */
export const findKnownAnswer = <T>(
  context: Context,
  request: Request,
): Result<T, RequestIdReused> | undefined => {
  const { requestId } = request.input;
  const known = findAnswer(context.db, requestId);
  if (!known) return undefined;
  const isSame =
    known.method === request.method &&
    Buffer.from(known.fingerprint).equals(fingerprintOf(context, request));
  if (!isSame) return err({ kind: "RequestIdReused" });
  return { ok: true, value: JSON.parse(known.answer) };
};

/** Part of the caller's transaction; also the audit line of the write. */
export const keepAnswer = (context: Context, request: Request, value: unknown): void => {
  const { method } = request;
  const { requestId } = request.input;
  appendAnswer(context.db, {
    requestId,
    method,
    fingerprint: fingerprintOf(context, request),
    answer: JSON.stringify(value),
  });
  if (context.staff) audit(context, method, requestId);
};

/** Keyed, because a PIN or a phone may be among the arguments. */
const fingerprintOf = (context: Context, { method, input }: Request): Buffer =>
  context.stores.keyring.fingerprint(`${method} ${JSON.stringify(input)}`);
