import { Cake, Clock, Crown, type LucideIcon, Sprout, Tags, Users } from "lucide-react";
import { useState } from "react";
import {
  type CampaignDraft,
  type PresetName,
  presetNames,
  presetRows,
} from "../../../stores/campaigns/campaignDraft.ts";
import { areAlike, rowsOf } from "../../../stores/campaigns/segmentRows.ts";
import { useSegments } from "../../../stores/campaigns/segments.ts";
import { Button } from "../../../ui/Button.tsx";
import { type ChoiceCard, Choices } from "../../../ui/Choices.tsx";
import { Notice } from "../../../ui/Notice.tsx";
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
  const { draft, change } = useDraft();
  const { saved, start, replaced, putBack } = useStarts();
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
        choices={usePresets()}
      />
      {saved.length > 0 && (
        <Choices
          label={builder.saved}
          value={draft.start}
          onChoose={start}
          choices={saved.map(({ segmentId, name }) => ({ value: segmentId, label: name }))}
        />
      )}
      {replaced && <Replaced onPutBack={putBack} />}
      <h3 className={styles.title}>{words.conditions}</h3>
      <SegmentRows rows={draft.rows} onChange={(rows) => change({ rows })} />
    </section>
  );
}

/** The groups to start from; conditions that were changed by hand before can be had back. */
const useStarts = () => {
  const { amount } = useFormat();
  const { draft, change } = useDraft();
  const saved = useSegments((state) => state.segments);
  const [replaced, setReplaced] = useState<Pick<CampaignDraft, "start" | "rows">>();
  const rowsOfStart = (name: string) => {
    const segment = saved.find(({ segmentId }) => segmentId === name)?.segment;
    const preset = presetNames.find((each) => each === name);
    return segment ? rowsOf(segment, amount) : preset && presetRows(preset);
  };
  const start = (name: string) => {
    const rows = rowsOfStart(name);
    if (!rows) return;
    const before = rowsOfStart(draft.start);
    if (!before || !areAlike(before, draft.rows)) setReplaced(draft);
    change({ start: name, rows });
  };
  const putBack = () => {
    if (replaced) change({ start: replaced.start, rows: replaced.rows });
    setReplaced(undefined);
  };
  return { saved, start, replaced, putBack };
};

const usePresets = (): readonly ChoiceCard<string>[] => {
  const { builder } = useWords().campaigns;
  return presetNames.map((value) => {
    const Icon = icons[value];
    return {
      value,
      label: builder.presets[value],
      detail: builder.presetDetails[value],
      icon: <Icon strokeWidth={1.75} aria-hidden="true" />,
    };
  });
};

function Replaced({ onPutBack }: { readonly onPutBack: () => void }) {
  const { builder } = useWords().campaigns;
  return (
    <Notice
      isAlert
      action={
        <Button size="small" onPress={onPutBack} testId="put-back">
          {builder.putBack}
        </Button>
      }
    >
      {builder.replaced}
    </Notice>
  );
}
