import type { ConditionRow } from "../../../stores/campaigns/segmentRows.ts";
import { SelectField } from "../../../ui/SelectField.tsx";
import { useWords } from "../../../words/WordsContext.tsx";

const purposes = ["marketing", "personalization"] as const;
const channels = ["print", "zalo", "sms", "email", "phone", "counter"] as const;

type ConsentFieldsProps = {
  readonly row: ConditionRow;
  readonly change: (part: Partial<ConditionRow>) => void;
};

export function ConsentFields({ row, change }: ConsentFieldsProps) {
  const { fields } = useWords().segments;
  return (
    <>
      <SelectField
        label={fields.purpose}
        value={row.purpose}
        onChoose={(purpose) => change({ purpose })}
        choices={purposes.map((value) => ({ value, label: fields.purposes[value] }))}
      />
      <SelectField
        label={fields.channel}
        value={row.channel}
        onChoose={(channel) => change({ channel })}
        choices={channels.map((value) => ({ value, label: fields.channels[value] }))}
      />
    </>
  );
}
