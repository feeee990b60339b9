import { type BuyerFacts, orderBuyer } from "../../../shared/domain/order/buyer.ts";
import {
  type ForeignOrder,
  isPaidState,
  type OrderLine,
  type OrderState,
} from "../../../shared/domain/order/order.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import { proportionOfMinor } from "../../../shared/money/money.ts";
import type { FieldReader } from "./fieldReader.ts";
import type { RejectReason } from "./orderFile.ts";

/** The facts of one order as a format finds them; blank texts and undefined are nothing said. */
export type OrderDraft = {
  readonly source: string;
  readonly externalId: string;
  readonly number: string;
  readonly placedAtMs: number;
  readonly updatedAtMs?: number | undefined;
  /** Moments that stand in for `updatedAtMs` where the shop does not tell it. */
  readonly knownMoments?: readonly (number | undefined)[];
  readonly state: OrderState;
  readonly currency: string;
  readonly discountMinor: number;
  readonly shippingMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly refundedMinor: number;
  readonly paidAtMs?: number | undefined;
  readonly note?: string | undefined;
  readonly buyer: BuyerFacts;
  readonly lines: readonly OrderLine[];
};

/** The order, or the first problem that `fields` met while the draft was made. */
export const finishedOrder = (
  fields: FieldReader,
  draft: OrderDraft,
): Result<ForeignOrder, RejectReason> => {
  const linesMinor = fields.sum(
    draft.lines.map((line) => line.totalMinor),
    "lines",
  );
  if (fields.problem) return err(fields.problem);
  const buyer = orderBuyer(draft.buyer);
  const isPaid = isPaidState(draft.state) || draft.state === "cancelled";
  return ok({
    source: draft.source,
    externalId: draft.externalId,
    number: draft.number || draft.externalId,
    placedAtMs: draft.placedAtMs,
    updatedAtMs: draft.updatedAtMs ?? latest(draft.placedAtMs, draft.knownMoments ?? []),
    state: draft.state,
    currency: draft.currency,
    linesMinor,
    discountMinor: draft.discountMinor,
    shippingMinor: draft.shippingMinor,
    taxMinor: draft.taxMinor,
    totalMinor: draft.totalMinor,
    refundedMinor: draft.refundedMinor,
    ...(isPaid && draft.paidAtMs !== undefined && { paidAtMs: draft.paidAtMs }),
    ...(draft.note && { note: draft.note }),
    ...(buyer && { buyer }),
    lines: draft.lines,
  });
};

/** A line with its texts as they are told. */
export type LineDraft = Omit<OrderLine, "sku" | "externalProductId"> & {
  readonly sku?: string | undefined;
  readonly externalProductId?: string | undefined;
};

export const orderLine = ({ sku, externalProductId, ...line }: LineDraft): OrderLine => ({
  ...(sku && { sku }),
  ...(externalProductId && externalProductId !== "0" && { externalProductId }),
  ...line,
});

/** The price of one: the line before its discount by its quantity, rounded half away from zero. */
export const unitPrice = (grossMinor: number, quantity: number): number =>
  proportionOfMinor(grossMinor, { part: 1, of: quantity });

/**
 * The two halves of a name in the order of the buyer's country: family name first where that is
 * the custom. `country` is a code or a name; without one, the shop's currency tells.
 */
export const joinedName = (
  { given, family }: { readonly given: string; readonly family: string },
  { country, currency }: { readonly country: string; readonly currency: string },
): string => {
  const isFamilyFirst =
    country === "" ? familyFirst.has(currency) : familyFirst.has(country.toLowerCase());
  const halves = isFamilyFirst ? [family, given] : [given, family];
  return halves.filter(Boolean).join(" ");
};

const familyFirst: ReadonlySet<string> = new Set([
  ...["vn", "vietnam", "viet nam", "việt nam", "cn", "china", "jp", "japan", "kr", "korea"],
  ...["hu", "hungary", "VND", "CNY", "JPY", "KRW", "HUF"],
]);

const latest = (first: number, moments: readonly (number | undefined)[]): number =>
  moments.reduce<number>((late, moment) => Math.max(late, moment ?? late), first);
