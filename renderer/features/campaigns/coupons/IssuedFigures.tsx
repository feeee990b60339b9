import { useCoupons } from "../../../stores/campaigns/coupons.ts";
import { Figures } from "../../../ui/Figures.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";

/** What issuing came to, right after it. */
export function IssuedFigures() {
  const { issued: words } = useWords().campaigns;
  const format = useFormat();
  const issued = useCoupons((coupons) => coupons.issued);
  if (!issued) return null;
  const names: Readonly<Record<string, string>> = words.skipped;
  return (
    <Figures
      figures={[
        { key: "issued", value: format.number(issued.issued), label: words.issued, tone: "tea" },
        { key: "heldOut", value: format.number(issued.heldOut), label: words.heldOut },
        ...issued.skipped.map(({ why, count }) => ({
          key: why,
          value: format.number(count),
          label: names[why] ?? why,
        })),
      ]}
    />
  );
}
