import { UsersRound } from "lucide-react";
import { useEffect } from "react";
import { useOffers } from "../../../stores/campaigns/offers.ts";
import { type SavedSegment, useSegments } from "../../../stores/campaigns/segments.ts";
import { Button } from "../../../ui/Button.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Page } from "../../../ui/Page.tsx";
import { useKeys } from "../../../ui/useKeys.ts";
import { RefusalNotice } from "../../../words/RefusalNotice.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { SegmentBench } from "./SegmentBench.tsx";
import styles from "./SegmentsPage.module.css";

/** The groups that the shop has named; one of them on the bench. */
export function SegmentsPage() {
  const { bench, load } = useSegments();
  useEffect(() => void load(), [load]);
  return bench ? <SegmentBench bench={bench} /> : <SavedSegments />;
}

function SavedSegments() {
  const { segments: words } = useWords();
  const { segments, start, refusal } = useSegments();
  const go = useOffers((offers) => offers.go);
  const leave = () => go("overview");
  useKeys({ Escape: leave, "Ctrl+M": start });
  return (
    <Page
      title={words.title}
      lead={words.lead}
      testId="segments"
      actions={
        <>
          <Button look="quiet" keyName="Esc" onPress={leave}>
            {words.back}
          </Button>
          <Button look="main" keyName="Ctrl M" keyShortcut="Control+M" onPress={start}>
            {words.make}
          </Button>
        </>
      }
    >
      <RefusalNotice refusal={refusal} />
      {segments.length === 0 ? (
        <Empty icon={<UsersRound strokeWidth={1.75} />} title={words.empty}>
          {words.emptyHint}
        </Empty>
      ) : (
        <ul className={styles.segments}>
          {segments.map((segment) => (
            <SegmentCard key={segment.segmentId} segment={segment} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function SegmentCard({ segment }: { readonly segment: SavedSegment }) {
  const { segments: words } = useWords();
  const { amount } = useFormat();
  const open = useSegments((state) => state.open);
  return (
    <li className={styles.segment}>
      <div>
        <h2>{segment.name}</h2>
        <p>{segment.text}</p>
      </div>
      <Button size="small" onPress={() => open(segment, amount)}>
        {words.open}
      </Button>
    </li>
  );
}
