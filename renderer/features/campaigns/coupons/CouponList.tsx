import { showCouponCode } from "../../../../shared/domain/coupon/couponCode.ts";
import {
  PLACEHOLDERS,
  unknownPlaceholders,
} from "../../../../shared/domain/message/messageText.ts";
import type { ListedCoupon } from "../../../stores/campaigns/codeSearch.ts";
import { type Layout, type Sort, useCoupons } from "../../../stores/campaigns/coupons.ts";
import { Choices } from "../../../ui/Choices.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Page } from "../../../ui/Page.tsx";
import { PaperFrame } from "../../../ui/PaperFrame.tsx";
import { TextArea } from "../../../ui/TextArea.tsx";
import { useKeys } from "../../../ui/useKeys.ts";
import { outcomeText } from "../../../words/outcomeText.ts";
import { RefusalNotice } from "../../../words/RefusalNotice.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { useKeptOnLeaving } from "../useKeptOnLeaving.ts";
import { CodeSearch, MoreCodes, useCodeSearch } from "./CodeSearch.tsx";
import styles from "./CouponList.module.css";
import { IssuedFigures } from "./IssuedFigures.tsx";
import { MailingKeys } from "./MailingKeys.tsx";
import { OnlyFound } from "./OnlyFound.tsx";
import { PaperKeys } from "./PaperKeys.tsx";
import { PaperParts } from "./PaperParts.tsx";
import { usePart } from "./usePart.ts";

const layouts: readonly Layout[] = ["slips-3x8", "slips-2x5", "letter", "receipt", "receipt-58"];
const sorts: readonly Sort[] = ["name", "code", "last-visit"];

/** The coupons as they will be printed, in the order in which they are handed out. */
export function CouponList() {
  const { list: words } = useWords().campaigns;
  const { shown, issued, layout, sort, arrange, close } = useCoupons();
  const lead = useLead();
  useKeys({ Escape: () => void close() });
  if (!shown) return null;
  return (
    <Page title={words.title} lead={lead} testId="coupon-list" actions={<PaperKeys />}>
      <div className={styles.list}>
        <div className={styles.side}>
          <OutcomeLine />
          <IssuedFigures issued={issued} />
          <Choices
            label={words.layout}
            value={layout}
            onChoose={(chosen) => void arrange({ layout: chosen })}
            choices={layouts.map((value) => ({ value, label: words.layouts[value] }))}
          />
          <Choices
            label={words.sort}
            value={sort}
            onChoose={(chosen) => void arrange({ sort: chosen })}
            choices={sorts.map((value) => ({ value, label: words.sorts[value] }))}
          />
          <PaperParts />
          {layout === "letter" && <Letter />}
          <MailingKeys />
          <Refused />
          <Doubt />
          <Codes />
        </div>
        <Sheet />
      </div>
    </Page>
  );
}

/** Whose coupons, and how many pages those in sight are. */
const useLead = (): string | undefined => {
  const { list: words } = useWords().campaigns;
  const format = useFormat();
  const { shown, list } = useCoupons();
  const part = usePart();
  const name = [shown?.name, part?.toLowerCase()].filter(Boolean).join(", ");
  return list ? words.lead(name, format.number(list.pages ?? 0)) : name;
};

function Sheet() {
  const { list: words } = useWords().campaigns;
  const { list, paper, layout } = useCoupons();
  const toPrint = list?.coupons.filter(({ state }) => state === "issued").length ?? 0;
  if (list && toPrint === 0) {
    return <Empty title={list.coupons.length === 0 ? words.noneYet : words.none} />;
  }
  if (list?.pages === 0) return <Empty title={words.noneOnPaper}>{words.noneOnPaperHint}</Empty>;
  const look = layout.startsWith("receipt") ? "slip" : "sheet";
  return (
    <div className={styles.sheet}>
      <PaperFrame key={look} look={look} title={words.preview} url={paper?.url} />
    </div>
  );
}

/** What stands between greeting and closing, with the same placeholders as a message. */
function Letter() {
  const { campaigns, messages } = useWords();
  const { letter: words } = campaigns.list;
  const { list, letter, typeLetter, keepLetter } = useCoupons();
  useKeptOnLeaving(keepLetter);
  const written = letter ?? list?.letter ?? "";
  const unknown = unknownPlaceholders(written).join(", ");
  return (
    <div className={styles.letter}>
      <TextArea
        label={words.label}
        value={written}
        maxLength={1_000}
        rows={6}
        onType={typeLetter}
        onBlur={() => void keepLetter()}
        testId="letter"
      />
      {unknown !== "" && <Notice isAlert>{messages.unknown(unknown)}</Notice>}
      {list?.isLetterCut && <Notice isAlert>{words.tooLong}</Notice>}
      <small>{words.hint}</small>
      <small>
        {PLACEHOLDERS.map((name) => `{${name}} ${messages.placeholder[name]}`).join(", ")}
      </small>
    </div>
  );
}

function Refused() {
  const { letter: words } = useWords().campaigns.list;
  const { refusal, letter, unkept } = useCoupons();
  const isUnkept = letter !== undefined && letter === unkept;
  return <RefusalNotice refusal={refusal}>{isUnkept && words.unkept}</RefusalNotice>;
}

/** After a restore of which nobody knows what was used since its backup. */
function Doubt() {
  const { list: words } = useWords().campaigns;
  const isUnsure = useCoupons(({ list }) => list?.coupons.some(({ maybeUsed }) => maybeUsed));
  return isUnsure ? <Notice tone="rose">{words.maybeUsedWhy}</Notice> : null;
}

function Codes() {
  const { list: words } = useWords().campaigns;
  const list = useCoupons((coupons) => coupons.list);
  const search = useCodeSearch(list?.coupons ?? none);
  return (
    <>
      {list && list.coupons.length > 0 && <CodeSearch search={search} />}
      <OnlyFound found={search.found} />
      <ul className={styles.codes}>
        {search.shown.map(({ code, customerName, state, arm, maybeUsed }) => (
          <li key={code}>
            <span>
              {customerName}
              {arm !== undefined && <small>{words.arm(arm.toUpperCase())}</small>}
              {maybeUsed && <small className={styles.doubt}>{words.maybeUsed}</small>}
            </span>
            <small>{state === "issued" ? showCouponCode(code) : words.states[state]}</small>
          </li>
        ))}
      </ul>
      <MoreCodes search={search} />
    </>
  );
}

const none: readonly ListedCoupon[] = [];

function OutcomeLine() {
  const { list: words } = useWords().campaigns;
  const outcome = useCoupons((coupons) => coupons.outcome);
  if (!outcome) return null;
  const isTrouble = outcome.kind === "not-printed" || outcome.kind === "not-saved";
  return (
    <div role={isTrouble ? "alert" : "status"} className={styles.outcome} data-testid="outcome">
      <Notice tone={isTrouble ? "gold" : "tea"}>{outcomeText(outcome, words)}</Notice>
    </div>
  );
}
