import type { CouponRefusal } from "../../shared/domain/coupon/coupon.ts";
import type { CouponWhy } from "../../shared/domain/coupon/offer.ts";
import type { AnyRefusal } from "../rpc/answer.ts";
import type { Format } from "./format.ts";

type Of<U extends { readonly kind: string }, K extends U["kind"]> = Extract<U, { kind: K }>;

/** One sentence for each refusal of the contract: a new one does not compile until it has words. */
export type RefusalWords = {
  readonly [K in AnyRefusal["kind"]]: (refusal: Of<AnyRefusal, K>, format: Format) => string;
};

export type CouponProblem = CouponRefusal | CouponWhy | { readonly kind: "CouponUnknown" };

/** Why a coupon does nothing, said in the place where the coupon stands. */
export type CouponWords = {
  readonly [K in CouponProblem["kind"]]: (why: Of<CouponProblem, K>, format: Format) => string;
};

/** Why a list passes people over, and how many: "have not agreed (12), had enough this month (3)". */
export const skippedText = (
  skipped: Of<AnyRefusal, "NobodyToIssueTo">["skipped"],
  words: Readonly<Record<string, string>>,
  format: Format,
): string =>
  skipped.map(({ why, count }) => `${words[why] ?? why} (${format.number(count)})`).join(", ");

type Sentence = (refusal: never, format: Format) => string;
type Kinded = { readonly kind: string };

/** The sentence for `refusal`, in the words of one language. */
export const refusalText = (
  refusal: AnyRefusal,
  words: { readonly of: RefusalWords; readonly coupon: CouponWords },
  format: Format,
): string =>
  say(words.of, refusal, format) ??
  words.of.Defect({ kind: "Defect", reference: refusal.kind }, format);

/** The sentence for a coupon's reason; `undefined` for a reason that this window does not know. */
export const couponText = (why: Kinded, words: CouponWords, format: Format): string | undefined =>
  say(words, why, format);

const say = (
  table: Readonly<Record<string, Sentence>>,
  refusal: Kinded,
  format: Format,
): string | undefined => {
  const sentence = table[refusal.kind];
  // The table has exactly the sentence made for this kind, which its type cannot say.
  return Reflect.apply(sentence ?? nothing, undefined, [refusal, format]);
};

const nothing = () => undefined;
