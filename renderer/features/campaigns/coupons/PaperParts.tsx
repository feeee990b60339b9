import { useCoupons } from "../../../stores/campaigns/coupons.ts";
import { SelectField } from "../../../ui/SelectField.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";

/** Which part of a long list the pages hold: a printer takes it one after the other. */
export function PaperParts() {
  const { list: words } = useWords().campaigns;
  const { number } = useFormat();
  const { list, part, arrange } = useCoupons();
  const parts = list?.parts ?? 1;
  if (parts === 1) return null;
  return (
    <SelectField
      label={words.part}
      hint={words.partHint}
      value={String(Math.min(part, parts))}
      onChoose={(chosen) => void arrange({ part: Number(chosen) })}
      choices={Array.from({ length: parts }, (_, at) => ({
        value: String(at + 1),
        label: words.partOf(number(at + 1), number(parts)),
      }))}
      testId="part"
    />
  );
}
