import type { Issued } from "../../../stores/campaigns/builder.ts";
import { Figures } from "../../../ui/Figures.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";

/** What issuing came to, right after it. */
export function IssuedFigures({ issued }: { readonly issued: Issued | undefined }) {
  const { issued: words } = useWords().campaigns;
  const format = useFormat();
  if (!issued) return null;
  const [given, heldOut] = [format.number(issued.issued), format.number(issued.heldOut)];
  const names: Readonly<Record<string, string>> = words.skipped;
  return (
    <Figures
      figures={[
        { key: "issued", value: given, label: words.issued(given), tone: "tea" },
        { key: "heldOut", value: heldOut, label: words.heldOut(heldOut) },
        ...issued.skipped.map(({ why, count }) => ({
          key: why,
          value: format.number(count),
          label: names[why] ?? why,
        })),
      ]}
    />
  );
}
