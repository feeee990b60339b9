import { useEffect, useMemo } from "react";
import { goodsNamed } from "../../../../shared/domain/segment/segment.ts";
import { useBuilder } from "../../../stores/campaigns/builder.ts";
import { type KeptDraft, useDrafts } from "../../../stores/campaigns/drafts.ts";
import { useGoods } from "../../../stores/campaigns/goods.ts";
import { segmentOf } from "../../../stores/campaigns/segmentRows.ts";
import { Button } from "../../../ui/Button.tsx";
import { Chip } from "../../../ui/Chip.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { useSentence } from "../segment/useSentence.ts";
import styles from "./Overview.module.css";

/** What was begun and not made yet: to go on with, or to be thrown away. */
export function DraftCards() {
  const { campaigns: words } = useWords();
  const drafts = useDrafts((state) => state.drafts);
  if (drafts.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2>{words.drafts}</h2>
      <ul className={styles.campaigns} aria-label={words.drafts}>
        {drafts.map((kept) => (
          <DraftCard key={kept.draftId} kept={kept} />
        ))}
      </ul>
    </section>
  );
}

function DraftCard({ kept }: { readonly kept: KeptDraft }) {
  const { campaigns: words } = useWords();
  const { readMoney, dayTextWhole } = useFormat();
  const { draftId, draft } = kept;
  const resume = useBuilder((builder) => builder.resume);
  const drop = useDrafts((drafts) => drafts.drop);
  const learnNames = useGoods((goods) => goods.learnNames);
  const segment = useMemo(() => segmentOf(draft.rows, readMoney), [draft.rows, readMoney]);
  const sentence = useSentence().ofSegment(segment);
  useEffect(() => void learnNames(goodsNamed(segment).skus), [segment, learnNames]);
  const name = draft.name.trim();
  return (
    <li className={styles.campaign} data-testid="draft">
      <div className={styles.campaignHead}>
        <h3>{name === "" ? words.unnamed : name}</h3>
        <Chip tone="gold">{words.draft}</Chip>
      </div>
      <p>{sentence}</p>
      <div className={styles.campaignFoot}>
        <span>{words.period(dayTextWhole(draft.fromDay), dayTextWhole(draft.toDay))}</span>
        <div className={styles.cardKeys}>
          <Button size="small" look="quiet" onPress={() => drop(draftId)} testId="drop-draft">
            {words.dropDraft}
          </Button>
          <Button size="small" look="tea" onPress={() => resume(kept)} testId="resume-draft">
            {words.resumeDraft}
          </Button>
        </div>
      </div>
    </li>
  );
}
