import { FileDown, Printer, Table2 } from "lucide-react";
import { showCouponCode } from "../../../shared/domain/coupon/couponCode.ts";
import { type Layout, useCampaigns } from "../../stores/campaigns.ts";
import { Button } from "../../ui/Button.tsx";
import { Choices } from "../../ui/Choices.tsx";
import { copyText } from "../../ui/copyText.ts";
import { Empty } from "../../ui/Empty.tsx";
import { Figures } from "../../ui/Figures.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { PaperFrame } from "../../ui/PaperFrame.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { refusalText } from "../../words/refusalWords.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Campaigns.module.css";

const layouts: readonly Layout[] = ["slips-3x8", "slips-2x5", "letter"];

/** The coupons as they will be printed. */
export function CouponList() {
  const { campaigns, refusals } = useWords();
  const words = campaigns.list;
  const format = useFormat();
  const { shown, list, paper, layout, setLayout, refusal, leave } = useCampaigns();
  useKeys({ Escape: leave });
  if (!shown) return null;
  const toPrint = list?.coupons.filter(({ state }) => state === "issued").length ?? 0;
  return (
    <Page
      title={words.title}
      lead={words.lead(shown.name, format.number(list?.pages ?? 0))}
      testId="coupon-list"
      actions={<PaperKeys />}
    >
      <div className={styles.list}>
        <div className={styles.listSide}>
          <IssuedFigures />
          <Choices
            label={words.layout}
            value={layout}
            onChoose={(chosen) => void setLayout(chosen)}
            choices={layouts.map((value) => ({ value, label: words.layouts[value] }))}
          />
          <OutcomeLine />
          {refusal && (
            <Notice tone="rose" isAlert>
              {refusalText(refusal, refusals, format)}
            </Notice>
          )}
          <ul className={styles.codes}>
            {list?.coupons.slice(0, 200).map(({ code, customerName, state }) => (
              <li key={code}>
                <span>{customerName}</span>
                <small>{state === "issued" ? showCouponCode(code) : words.states[state]}</small>
              </li>
            ))}
          </ul>
        </div>
        <div className={styles.sheet}>
          {list && toPrint === 0 ? (
            <Empty title={words.none} />
          ) : (
            <PaperFrame look="sheet" title={words.preview} url={paper?.url} />
          )}
        </div>
      </div>
    </Page>
  );
}

function PaperKeys() {
  const { list: words } = useWords().campaigns;
  const { shown, paper, print, savePdf, readCsv, noteOutcome, leave } = useCampaigns();
  const isReady = paper !== undefined;
  const save = () => void savePdf(words.fileName(shown?.name ?? ""));
  const copy = async () => {
    const csv = await readCsv();
    if (csv !== undefined && copyText(csv)) noteOutcome({ kind: "copied" });
  };
  useKeys({ "Ctrl+P": () => void print(), "Ctrl+S": save, "Ctrl+B": () => void copy() });
  return (
    <>
      <Button look="quiet" keyName="Esc" onPress={leave}>
        {words.close}
      </Button>
      <Button
        keyName="Ctrl B"
        keyShortcut="Control+B"
        icon={<Table2 strokeWidth={1.75} aria-hidden="true" />}
        isDisabled={!isReady}
        onPress={() => void copy()}
      >
        {words.csv}
      </Button>
      <Button
        keyName="Ctrl S"
        keyShortcut="Control+S"
        icon={<FileDown strokeWidth={1.75} aria-hidden="true" />}
        isDisabled={!isReady}
        onPress={save}
        testId="save-pdf"
      >
        {words.pdf}
      </Button>
      <Button
        look="main"
        keyName="Ctrl P"
        keyShortcut="Control+P"
        icon={<Printer strokeWidth={1.75} aria-hidden="true" />}
        isDisabled={!isReady}
        onPress={() => void print()}
      >
        {words.print}
      </Button>
    </>
  );
}

function IssuedFigures() {
  const { issued: words, builder } = useWords().campaigns;
  const format = useFormat();
  const { issued, warnings } = useCampaigns();
  if (!issued) return null;
  const names: Readonly<Record<string, string>> = words.skipped;
  const warned: Readonly<Record<string, string>> = builder.warnings;
  return (
    <>
      <Figures
        figures={[
          {
            key: "issued",
            value: format.number(issued.issued),
            label: words.issued,
            tone: "tea",
          },
          { key: "heldOut", value: format.number(issued.heldOut), label: words.heldOut },
          ...issued.skipped.map(({ why, count }) => ({
            key: why,
            value: format.number(count),
            label: names[why] ?? why,
          })),
        ]}
      />
      {warnings.map(({ kind }) => (
        <Notice key={kind}>{warned[kind] ?? kind}</Notice>
      ))}
    </>
  );
}

function OutcomeLine() {
  const { list: words } = useWords().campaigns;
  const outcome = useCampaigns((state) => state.outcome);
  if (!outcome) return null;
  const said =
    outcome.kind === "saved"
      ? words.saved(outcome.path)
      : { copied: words.copied, printed: words.printed, "not-printed": words.notPrinted }[
          outcome.kind
        ];
  return (
    <div role="status">
      <Notice tone={outcome.kind === "not-printed" ? "gold" : "tea"}>{said}</Notice>
    </div>
  );
}
