import { segmentText } from "../../../../shared/domain/segment/segmentText.ts";
import { useGoods } from "../../../stores/campaigns/goods.ts";
import {
  type Condition,
  type ConditionRow,
  conditionOf,
  type Segment,
} from "../../../stores/campaigns/segmentRows.ts";
import { useSegments } from "../../../stores/campaigns/segments.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";

/** Says segments and single conditions, with goods and tiers by their names. */
export const useSentence = () => {
  const { segments: words } = useWords();
  const { locale, currency, readMoney } = useFormat();
  const nameBySku = useGoods((goods) => goods.nameBySku);
  const tiers = useSegments((state) => state.tiers);
  const nameOfTier = (tierId: string) =>
    tiers.find((tier) => tier.tierId === tierId)?.name ?? tierId;

  const named = (condition: Condition): Condition =>
    condition.kind === "tier" ? { ...condition, any: condition.any.map(nameOfTier) } : condition;

  const ofSegment = ({ all = [], any = [] }: Segment): string =>
    segmentText(
      { all: all.map(named), any: any.map(named) },
      { locale, currency, productName: (sku) => nameBySku[sku] },
    );

  return {
    ofSegment,
    /** What a row says; its kind alone while it misses something. */
    ofRow: (row: ConditionRow): string => {
      const condition = conditionOf(row, readMoney);
      return condition ? ofSegment({ all: [condition] }) : words.kinds[row.kind];
    },
  };
};
