import type { Shown } from "../../../../shared/domain/suggestion/lookup.ts";

/**
 * What the lookups of the control share would have been shown, by lookup, until their sale closes:
 * only so can it be told what people buy anyway. Kept in memory alone; after a restart those of a
 * moment ago count as lookups without such things.
 */
export type HiddenLookups = Map<string, readonly Hidden[]>;

/** Undefined: nobody by name stood at the till. */
type Beside = { readonly customerId: string | undefined };
export type Hidden = Shown & Beside;

/** Baskets that stand open at once; a lookup that never becomes a sale falls out. */
const MOST_KEPT = 64;

/** A basket is looked up again with each line: what was hidden once stays in the list. */
export const keepHidden = (
  hidden: HiddenLookups,
  lookupId: string,
  shown: readonly Hidden[],
): void => {
  const before = hidden.get(lookupId) ?? [];
  const isNew = ({ sku, customerId }: Hidden) =>
    !before.some((one) => one.sku === sku && one.customerId === customerId);
  hidden.delete(lookupId);
  hidden.set(lookupId, [...before, ...shown.filter(isNew)]);
  const oldest = hidden.keys().next();
  if (hidden.size > MOST_KEPT && !oldest.done) hidden.delete(oldest.value);
};

/**
 * Read at the sale; it stays until it falls out, since a sale may be refused and tried again. Nothing that
 * somebody else would have been shown, who was looked up by mistake.
 */
export const hiddenOf = (
  hidden: HiddenLookups,
  lookupId: string,
  buyer: Beside,
): readonly Shown[] =>
  (hidden.get(lookupId) ?? [])
    .filter(({ customerId }) => customerId === undefined || customerId === buyer.customerId)
    .map(({ sku, reasonKind }) => ({ sku, reasonKind }));
