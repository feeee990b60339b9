import { assert } from "../../kernel/assert.ts";
import { hash53 } from "./hash53.ts";
import { type ForeignOrder, stateRank } from "./order.ts";

/** Of which payloads an order is kept: the one that stands, and the one that names its buyer. */
export type KeptVersions = { readonly version: string; readonly buyerVersion: string | null };

/**
 * What a payload brings to `kept`: the figures of the newest stand, the buyer of the newest that
 * names one. Folding any payloads in any order, repeated or not, therefore ends at the same order.
 * Source: README.md in this folder, "Two payloads of one order".
 */
export const payloadNews = (
  kept: KeptVersions | undefined,
  payload: { readonly version: string; readonly namesBuyer: boolean },
): { readonly order: boolean; readonly buyer: boolean } => ({
  order: !kept || payload.version > kept.version,
  buyer: payload.namesBuyer && payload.version > (kept?.buyerVersion ?? ""),
});

/** The payload that stands, of two of the same order; `left` when both say the same. */
export const laterOrder = (left: ForeignOrder, right: ForeignOrder): ForeignOrder => {
  assert(
    left.source === right.source && left.externalId === right.externalId,
    `${left.source} ${left.externalId} and ${right.source} ${right.externalId} are two orders`,
  );
  if (left.updatedAtMs !== right.updatedAtMs) {
    return left.updatedAtMs > right.updatedAtMs ? left : right;
  }
  const [leftVersion, rightVersion] = [orderVersion(left), orderVersion(right)];
  if (leftVersion !== rightVersion) return leftVersion > rightVersion ? left : right;
  return canonicalText(left) >= canonicalText(right) ? left : right;
};

/**
 * A text that grows with each payload that stands over the one before, so that a database can
 * compare two payloads as texts: the shop's time of change, then the state, then what was
 * refunded, then a hash of all the rest. It holds nothing about the buyer in the clear.
 */
export const orderVersion = (order: ForeignOrder): string =>
  [
    padded(order.updatedAtMs),
    stateRank(order.state),
    padded(order.refundedMinor),
    hash53(canonicalText(order)).toString(16).padStart(14, "0"),
  ].join(".");

const padded = (whole: number): string => {
  assert(Number.isSafeInteger(whole) && whole >= 0, `${whole} cannot be compared as text`);
  return String(whole).padStart(16, "0");
};

/** All of the order as one text, whatever the order in which its fields were set. */
const canonicalText = (order: ForeignOrder): string => {
  const { buyer, lines, ...rest } = order;
  return JSON.stringify([sorted(rest), sorted(buyer ?? {}), lines.map(sorted)]);
};

const sorted = (
  fields: Readonly<Record<string, unknown>>,
): readonly (readonly [string, unknown])[] =>
  Object.keys(fields)
    .filter((name) => fields[name] !== undefined)
    .sort()
    .map((name) => [name, fields[name]]);
