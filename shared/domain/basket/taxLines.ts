import { defined } from "../../kernel/assert.ts";
import { allocateMinor } from "../../money/allocate.ts";
import { shareOfMinor, subtractMinor, sumMinor, taxWithinMinor } from "../../money/money.ts";
import type { RateTax, TaxMode } from "./basket.ts";
import type { LineDraft } from "./lineDraft.ts";

/**
 * Tax by rate, on what is left after every discount: taken out of it when prices include tax, put
 * on top when they do not. Rounded once for each rate, and shared over its lines by what they cost.
 */
export const taxLines = (drafts: readonly LineDraft[], taxMode: TaxMode): Taxed => {
  const taxByDraft = new Map<LineDraft, number>();
  const rates = [...new Set(drafts.map((draft) => draft.line.taxRateBps))];
  const taxes = rates
    .sort((left, right) => left - right)
    .map((rateBps) => {
      const ofRate = drafts.filter((draft) => draft.line.taxRateBps === rateBps);
      const dues = ofRate.map((draft) => draft.dueMinor);
      const dueMinor = sumMinor(dues);
      const taxMinor = taxOn(dueMinor, rateBps, taxMode);
      allocateMinor(taxMinor, dues).forEach((share, index) => {
        taxByDraft.set(defined(ofRate[index], `line ${index}`), share);
      });
      return { rateBps, netMinor: netOf(dueMinor, taxMinor, taxMode), taxMinor };
    });
  return {
    taxes,
    lines: drafts.map((draft) => withTax(draft, taxByDraft.get(draft) ?? 0, taxMode)),
  };
};

export type TaxedLine = LineDraft & {
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
};

type Taxed = { readonly lines: readonly TaxedLine[]; readonly taxes: readonly RateTax[] };

const taxOn = (dueMinor: number, rateBps: number, taxMode: TaxMode): number =>
  taxMode === "inclusive" ? taxWithinMinor(dueMinor, rateBps) : shareOfMinor(dueMinor, rateBps);

const netOf = (dueMinor: number, taxMinor: number, taxMode: TaxMode): number =>
  taxMode === "inclusive" ? subtractMinor(dueMinor, taxMinor) : dueMinor;

const withTax = (draft: LineDraft, taxMinor: number, taxMode: TaxMode): TaxedLine => {
  const netMinor = netOf(draft.dueMinor, taxMinor, taxMode);
  return { ...draft, netMinor, taxMinor, totalMinor: sumMinor([netMinor, taxMinor]) };
};
