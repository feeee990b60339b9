import type { Shown } from "../../../../shared/domain/suggestion/lookup.ts";

/**
 * What each open basket's lot was, and what those of the control share would have been shown, until their sale
 * closes: only so can it be told what people buy anyway. Kept in memory alone; after a restart those of a
 * moment ago are drawn again, and count as lookups without such things.
 */
export type OpenLookups = Map<string, OpenLookup>;

type OpenLookup = { readonly isControl: boolean; readonly hidden: readonly Hidden[] };

/** Undefined: nobody by name stood at the till. */
type Beside = { readonly customerId: string | undefined };
export type Hidden = Shown & Beside;

/** Far more than stand open at once; a lookup that never becomes a sale falls out. */
const MOST_KEPT = 1_000;

/** Drawn at the first look, and kept to the payment: the shop's share may be changed meanwhile. */
export const drawOnce = (open: OpenLookups, lookupId: string, draw: () => boolean): boolean => {
  const known = open.get(lookupId);
  const isControl = known?.isControl ?? draw();
  keep(open, lookupId, { isControl, hidden: known?.hidden ?? [] });
  return isControl;
};

/** A basket is looked up again with each line: what was hidden once stays in the list. */
export const keepHidden = (open: OpenLookups, lookupId: string, shown: readonly Hidden[]): void => {
  const before = open.get(lookupId)?.hidden ?? [];
  const isNew = ({ sku, customerId }: Hidden) =>
    !before.some((one) => one.sku === sku && one.customerId === customerId);
  keep(open, lookupId, { isControl: true, hidden: [...before, ...shown.filter(isNew)] });
};

/** The one looked at last is the last to fall out. */
const keep = (open: OpenLookups, lookupId: string, lookup: OpenLookup): void => {
  open.delete(lookupId);
  open.set(lookupId, lookup);
  const oldest = open.keys().next();
  if (open.size > MOST_KEPT && !oldest.done) open.delete(oldest.value);
};

/**
 * Read at the sale; it stays until it falls out, since a sale may be refused and tried again. Nothing that
 * somebody else would have been shown, who was looked up by mistake.
 */
export const hiddenOf = (open: OpenLookups, lookupId: string, buyer: Beside): readonly Shown[] =>
  (open.get(lookupId)?.hidden ?? [])
    .filter(({ customerId }) => customerId === undefined || customerId === buyer.customerId)
    .map(({ sku, reasonKind }) => ({ sku, reasonKind }));
