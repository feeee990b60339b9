import { type ReactNode, useEffect } from "react";
import { goodsNamed } from "../../../../shared/domain/segment/segment.ts";
import { useAudience } from "../../../stores/campaigns/audience.ts";
import { useGoods } from "../../../stores/campaigns/goods.ts";
import type { Segment } from "../../../stores/campaigns/segmentRows.ts";
import { Bars } from "../../../ui/charts/Bars.tsx";
import { RefusalNotice } from "../../../words/RefusalNotice.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./Audience.module.css";
import { useSentence } from "./useSentence.ts";

type AudienceProps = {
  /** The same object for as long as it asks the same: each new one is counted. */
  readonly segment: Segment;
  readonly children?: ReactNode;
};

/** How many people this is, said in one sentence, how they can be reached, and who some of them are. */
export function Audience({ segment, children }: AudienceProps) {
  const { segments } = useWords();
  const { audience: words } = segments;
  const format = useFormat();
  const { preview, refusal, count } = useAudience();
  const learnNames = useGoods((goods) => goods.learnNames);
  const sentence = useSentence().ofSegment(segment);
  useEffect(() => {
    void count(segment);
    void learnNames(goodsNamed(segment).skus);
  }, [segment, count, learnNames]);
  return (
    <aside className={styles.audience} aria-live="polite" data-testid="audience">
      <b className={styles.count} data-testid="audience-count">
        {preview ? format.number(preview.count) : "\u00a0"}
      </b>
      <p className={styles.found}>
        {preview ? words.found(format.number(preview.count)) : !refusal && words.counting}
      </p>
      <p className={styles.sentence}>{sentence}</p>
      {children}
      <Reach />
      <Sample />
      <RefusalNotice refusal={refusal} />
    </aside>
  );
}

const channels = ["print", "zalo", "sms", "email", "phone"] as const;

function Reach() {
  const { audience: words } = useWords().segments;
  const format = useFormat();
  const preview = useAudience((state) => state.preview);
  if (!preview) return null;
  return (
    <section className={styles.part} data-testid="reach">
      <h3>{words.reach}</h3>
      <Bars
        label={words.reach}
        bars={channels.map((channel) => ({
          key: channel,
          label: words.reachable[channel],
          value: preview.reachable[channel],
          figure: format.number(preview.reachable[channel]),
        }))}
      />
    </section>
  );
}

function Sample() {
  const { audience: words } = useWords().segments;
  const format = useFormat();
  const preview = useAudience((state) => state.preview);
  if (!preview || preview.sample.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>{words.sample}</h3>
      <ul>
        {preview.sample.map(({ customerId, name, phone, lastPurchaseAtMs }) => (
          <li key={customerId}>
            <span>{name}</span>
            <small>
              {phone !== undefined && format.maskedPhone(phone)}
              {phone === undefined &&
                lastPurchaseAtMs !== undefined &&
                words.lastSeen(format.dayOrMonth(lastPurchaseAtMs))}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
