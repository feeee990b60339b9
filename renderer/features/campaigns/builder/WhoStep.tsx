import { Cake, Clock, Crown, type LucideIcon, Sprout, Tags, Users } from "lucide-react";
import {
  type PresetName,
  presetNames,
  presetRows,
} from "../../../stores/campaigns/campaignDraft.ts";
import { rowsOf } from "../../../stores/campaigns/segmentRows.ts";
import { useSegments } from "../../../stores/campaigns/segments.ts";
import { type ChoiceCard, Choices } from "../../../ui/Choices.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { SegmentRows } from "../segment/SegmentRows.tsx";
import styles from "./Builder.module.css";
import { useDraft } from "./useDraft.ts";

const icons: Readonly<Record<PresetName, LucideIcon>> = {
  lapsed: Clock,
  category: Tags,
  birthday: Cake,
  best: Crown,
  newcomers: Sprout,
  everyone: Users,
};

/** Who: a group to start from, and its conditions to be changed. */
export function WhoStep() {
  const { campaigns, segments: words } = useWords();
  const { builder } = campaigns;
  const { amount } = useFormat();
  const { draft, change } = useDraft();
  const saved = useSegments((state) => state.segments);
  const start = (name: string) => {
    const segment = saved.find(({ segmentId }) => segmentId === name)?.segment;
    const preset = presetNames.find((each) => each === name);
    if (segment) change({ start: name, rows: rowsOf(segment, amount) });
    else if (preset) change({ start: name, rows: presetRows(preset) });
  };
  const presets: readonly ChoiceCard<string>[] = presetNames.map((value) => {
    const Icon = icons[value];
    return {
      value,
      label: builder.presets[value],
      detail: builder.presetDetails[value],
      icon: <Icon strokeWidth={1.75} aria-hidden="true" />,
    };
  });
  return (
    <section className={styles.part}>
      <div>
        <h2>{builder.who}</h2>
        <p className={styles.lead}>{builder.whoLead}</p>
      </div>
      <Choices
        label={builder.who}
        isLabelHidden
        look="cards"
        value={draft.start}
        onChoose={start}
        choices={presets}
      />
      {saved.length > 0 && (
        <Choices
          label={builder.saved}
          value={draft.start}
          onChoose={start}
          choices={saved.map(({ segmentId, name }) => ({ value: segmentId, label: name }))}
        />
      )}
      <h3 className={styles.title}>{words.conditions}</h3>
      <SegmentRows rows={draft.rows} onChange={(rows) => change({ rows })} />
    </section>
  );
}
