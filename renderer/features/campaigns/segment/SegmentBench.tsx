import { useMemo, useState } from "react";
import { conditionOf, segmentOf } from "../../../stores/campaigns/segmentRows.ts";
import { type Bench, useSegments } from "../../../stores/campaigns/segments.ts";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Page } from "../../../ui/Page.tsx";
import { SureButton } from "../../../ui/SureButton.tsx";
import { useGoToProblem } from "../../../ui/useGoToProblem.ts";
import { useKeys } from "../../../ui/useKeys.ts";
import { RefusalNotice } from "../../../words/RefusalNotice.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { Audience } from "./Audience.tsx";
import { SegmentRows } from "./SegmentRows.tsx";
import styles from "./SegmentsPage.module.css";

/** One segment being built, with the answer to "how many?" beside it all the time. */
export function SegmentBench({ bench }: { readonly bench: Bench }) {
  const { segments: words, campaigns } = useWords();
  const format = useFormat();
  const { readMoney } = format;
  const { change, close, save, refusal } = useSegments();
  const [tries, setTries] = useState(0);
  const hasTried = tries > 0;
  const fields = useGoToProblem<HTMLDivElement>(tries);
  const { segmentId, name, rows } = bench;
  const segment = useMemo(() => segmentOf(rows, readMoney), [rows, readMoney]);
  const isWhole = rows.every((row) => conditionOf(row, readMoney) !== undefined);
  const finish = async () => {
    setTries(tries + 1);
    if (name.trim() === "" || !isWhole) return;
    if ((await save({ segmentId, name, segment })) !== undefined) close();
  };
  const leaving = useLeaving(bench);
  useKeys({ Escape: leaving.leave, "Ctrl+S": () => void finish() });
  return (
    <Page
      title={segmentId === undefined ? words.newTitle : name}
      lead={words.lead}
      testId="segment-bench"
      actions={<BenchKeys bench={bench} leaving={leaving} onSave={() => void finish()} />}
    >
      <div className={styles.bench}>
        <div ref={fields} className={styles.side}>
          <Field
            label={words.name}
            value={name}
            placeholder={words.nameExample}
            maxLength={120}
            problem={hasTried && name.trim() === "" ? words.nameNeeded : undefined}
            onType={(typed) => change({ name: typed })}
            testId="segment-name"
          />
          <SegmentRows rows={rows} onChange={(changed) => change({ rows: changed })} />
          {hasTried && !isWhole && (
            <Notice tone="rose" isAlert>
              {campaigns.builder.problemRows}
            </Notice>
          )}
          <RefusalNotice refusal={refusal} />
        </div>
        <Audience segment={segment} />
      </div>
    </Page>
  );
}

/** What was changed goes only once that has been said, as long as nothing is changed since. */
const useLeaving = (bench: Bench) => {
  const close = useSegments((segments) => segments.close);
  const [asked, setAsked] = useState<Bench>();
  const isSure = asked === bench;
  const leave = () => (bench.isChanged && !isSure ? setAsked(bench) : close());
  return { isSure, leave };
};

type BenchKeysProps = {
  readonly bench: Bench;
  readonly leaving: ReturnType<typeof useLeaving>;
  readonly onSave: () => void;
};

function BenchKeys({ bench: { segmentId }, leaving, onSave }: BenchKeysProps) {
  const { segments: words } = useWords();
  const { remove, isBusy } = useSegments();
  return (
    <>
      <Button look={leaving.isSure ? "harm" : "quiet"} keyName="Esc" onPress={leaving.leave}>
        {leaving.isSure ? words.leaveSure : words.cancel}
      </Button>
      {segmentId !== undefined && (
        <SureButton
          sure={words.removeSure}
          onSure={() => void remove(segmentId)}
          testId="remove-segment"
        >
          {words.remove}
        </SureButton>
      )}
      <Button
        look="main"
        keyName="Ctrl S"
        keyShortcut="Control+S"
        isDisabled={isBusy}
        onPress={onSave}
        testId="save-segment"
      >
        {words.save}
      </Button>
    </>
  );
}
