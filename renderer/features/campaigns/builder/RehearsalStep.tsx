import { TriangleAlert } from "lucide-react";
import { type Rehearsal, useBuilder } from "../../../stores/campaigns/builder.ts";
import type { CampaignDraft } from "../../../stores/campaigns/campaignDraft.ts";
import { Figures } from "../../../ui/Figures.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Progress } from "../../../ui/Progress.tsx";
import { RefusalNotice } from "../../../words/RefusalNotice.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { ChosenPeople } from "./ChosenPeople.tsx";
import { ForNobody } from "./ForNobody.tsx";
import styles from "./Rehearsal.module.css";
import { RehearsalRanges } from "./RehearsalRanges.tsx";

/** How the campaign would go, on the shop's own past, before anybody hears of it. */
export function RehearsalStep() {
  const { rehearsal: words } = useWords();
  const { rehearsal, isRehearsing, refusal } = useBuilder();
  if (refusal) return <RefusalNotice refusal={refusal} />;
  if (!rehearsal) {
    return isRehearsing ? <Progress label={words.working} done={0} total={0} /> : null;
  }
  return (
    <div className={styles.rehearsal} data-testid="campaign-rehearsal">
      <div className={styles.side}>
        <Headline rehearsal={rehearsal} />
        <WarningList rehearsal={rehearsal} />
        <Expected rehearsal={rehearsal} />
      </div>
      <ChosenPeople rehearsal={rehearsal} />
    </div>
  );
}

/** Nobody would be given a coupon: there is nothing to expect, and nothing to issue. */
export const isForNobody = ({ issued }: Rehearsal, { trigger }: CampaignDraft): boolean =>
  issued === 0 && trigger === "list";

/** What purchases earn is walked through the days behind: before the first of them nobody can tell. */
const isUntold = ({ replay }: Rehearsal, { trigger }: CampaignDraft): boolean =>
  trigger === "next-purchase" && replay === undefined;

type PartProps = { readonly rehearsal: Rehearsal };

function Expected({ rehearsal }: PartProps) {
  const { rehearsal: words } = useWords();
  const draft = useBuilder((builder) => builder.draft);
  if (isForNobody(rehearsal, draft)) return <ForNobody rehearsal={rehearsal} />;
  if (isUntold(rehearsal, draft)) return <Notice>{words.untold}</Notice>;
  return (
    <>
      <RehearsalRanges rehearsal={rehearsal} />
      <Replay rehearsal={rehearsal} />
    </>
  );
}

function Headline({ rehearsal }: PartProps) {
  const { rehearsal: words, campaigns } = useWords();
  const { number } = useFormat();
  const draft = useBuilder((builder) => builder.draft);
  const { customers, reachable, issued, heldOut, skipped } = rehearsal;
  const skippedNames: Readonly<Record<string, string>> = campaigns.issued.skipped;
  return (
    <section className={styles.part}>
      <small>{draft.name}</small>
      <h2 className={styles.headline} data-testid="rehearsal-headline">
        {useHeadline(rehearsal, draft)}
      </h2>
      <Figures
        figures={[
          { key: "customers", value: number(customers), label: words.figures.customers },
          { key: "reachable", value: number(reachable), label: words.figures.reachable },
          ...(isUntold(rehearsal, draft)
            ? []
            : ([
                { key: "issued", value: number(issued), label: words.figures.issued, tone: "tea" },
                { key: "heldOut", value: number(heldOut), label: words.figures.heldOut },
              ] as const)),
        ]}
      />
      {skipped.length > 0 && (
        <p className={styles.skipped}>
          {words.skippedTitle}:{" "}
          {skipped
            .map(({ why, count }) => `${number(count)} ${skippedNames[why] ?? why}`)
            .join(", ")}
        </p>
      )}
    </section>
  );
}

const useHeadline = (rehearsal: Rehearsal, draft: CampaignDraft): string => {
  const { rehearsal: words } = useWords();
  const { number } = useFormat();
  const { customers, issued, heldOut } = rehearsal;
  if (draft.trigger === "list") return words.headline(number(issued), number(heldOut));
  return isUntold(rehearsal, draft)
    ? words.headlineUntold
    : words.headlineTill(number(issued), number(customers));
};

function WarningList({ rehearsal }: PartProps) {
  const { builder } = useWords().campaigns;
  const words: Readonly<Record<string, string>> = builder.warnings;
  return rehearsal.warnings.map(({ kind }) => (
    <Notice key={kind} icon={<TriangleAlert strokeWidth={1.75} aria-hidden="true" />}>
      {words[kind] ?? kind}
    </Notice>
  ));
}

function Replay({ rehearsal: { replay, power } }: PartProps) {
  const { rehearsal: words } = useWords();
  const { money } = useFormat();
  return (
    <div className={styles.two}>
      {replay && (
        <section className={styles.part} data-testid="replay">
          <h3>{words.replay}</h3>
          <ReplayText replay={replay} />
          {replay.isShorter && <p>{words.replayShorter}</p>}
          {replay.marginMinor !== undefined && (
            <p>{words.replayMargin(money(replay.marginMinor))}</p>
          )}
        </section>
      )}
      <section className={styles.part} data-testid="power">
        <h3>{words.power}</h3>
        <p>{power.text}</p>
      </section>
    </div>
  );
}

function ReplayText({ replay }: { readonly replay: NonNullable<Rehearsal["replay"]> }) {
  const { rehearsal: words } = useWords();
  const { number, money, dayTextWhole } = useFormat();
  const { earned, customers, discountMinor, spentMinor } = replay;
  const [from, to] = [dayTextWhole(replay.fromDay), dayTextWhole(replay.toDay)];
  const baskets = number(replay.baskets);
  if (earned === undefined) {
    return (
      <>
        <p>{words.replayText(from, to, baskets)}</p>
        <p>{words.replayCost(money(discountMinor), money(spentMinor))}</p>
      </>
    );
  }
  return (
    <>
      <p>{words.replayTill(from, to, number(earned), number(customers))}</p>
      {earned > 0 && <p>{words.replayTillCost(baskets, money(discountMinor))}</p>}
    </>
  );
}
