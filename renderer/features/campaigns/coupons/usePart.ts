import { useCoupons } from "../../../stores/campaigns/coupons.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";

/** "Part 3 of 9", of a list that comes in parts. */
export const usePart = (): string | undefined => {
  const { list: words } = useWords().campaigns;
  const { number } = useFormat();
  const { list, part } = useCoupons();
  const parts = list?.parts ?? 1;
  // The list may have become shorter since the part was chosen.
  return parts > 1 ? words.partOf(number(Math.min(part, parts)), number(parts)) : undefined;
};
