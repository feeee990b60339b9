import { Sparkles } from "lucide-react";
import { useEffect } from "react";
import { DISMISSED_DAYS } from "../../../shared/domain/suggestion/lookup.ts";
import { useOffers } from "../../stores/campaigns/offers.ts";
import { type Quality, qualityWeeks, useQuality } from "../../stores/campaigns/quality.ts";
import { Button } from "../../ui/Button.tsx";
import { Choices } from "../../ui/Choices.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Figures } from "../../ui/Figures.tsx";
import { Page } from "../../ui/Page.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { RefusalNotice } from "../../words/RefusalNotice.tsx";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import { QualityGain } from "./QualityGain.tsx";
import { QualityParts } from "./QualityParts.tsx";
import styles from "./Results.module.css";

/** Whether what the till suggests is taken, and whether more is sold by it. */
export function QualityPage() {
  const { quality: words } = useWords();
  const format = useFormat();
  const { quality, weeks, load, refusal } = useQuality();
  const go = useOffers((offers) => offers.go);
  useEffect(() => void load(), [load]);
  const leave = () => go("overview");
  useKeys({ Escape: leave });
  return (
    <Page
      title={words.title}
      lead={words.lead}
      testId="quality"
      actions={
        <Button look="quiet" keyName="Esc" onPress={leave}>
          {words.back}
        </Button>
      }
    >
      <div className={styles.results}>
        <Choices
          label={words.period}
          value={String(weeks)}
          onChoose={(chosen) =>
            void load(qualityWeeks.find((count) => String(count) === chosen) ?? weeks)
          }
          choices={qualityWeeks.map((count) => ({
            value: String(count),
            label: words.weeks(format.number(count)),
          }))}
        />
        <RefusalNotice refusal={refusal} />
        {quality && <Shown quality={quality} />}
      </div>
    </Page>
  );
}

function Shown({ quality }: { readonly quality: Quality }) {
  const { quality: words } = useWords();
  const { number, rate } = useFormat();
  const { lookups, shown, taken, dismissed } = quality;
  if (shown === 0) {
    return (
      <Empty icon={<Sparkles strokeWidth={1.75} />} title={words.none}>
        {words.noneHint}
      </Empty>
    );
  }
  return (
    <>
      <QualityGain quality={quality} />
      <Figures
        figures={[
          { key: "lookups", value: number(lookups), label: words.figures.lookups },
          { key: "shown", value: number(shown), label: words.figures.shown },
          { key: "taken", value: number(taken), label: words.figures.taken, tone: "tea" },
          {
            key: "acceptance",
            value: rate(Math.round((taken * 1_000) / shown) * 10),
            label: words.figures.acceptance,
          },
          { key: "dismissed", value: number(dismissed), label: words.figures.dismissed },
        ]}
      />
      <p className={styles.note}>{words.dismissedNote(number(DISMISSED_DAYS))}</p>
      <QualityParts quality={quality} />
    </>
  );
}
