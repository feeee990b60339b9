import type { Issued } from "../../../stores/campaigns/builder.ts";
import { Figures } from "../../../ui/Figures.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";

/** What issuing came to, right after it. */
export function IssuedFigures({ issued }: { readonly issued: Issued | undefined }) {
  const { issued: words } = useWords().campaigns;
  const format = useFormat();
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
