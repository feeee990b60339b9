import { TicketPercent } from "lucide-react";
import { useEffect } from "react";
import { useBuilder } from "../../../stores/campaigns/builder.ts";
import { useOffers } from "../../../stores/campaigns/offers.ts";
import { useVerdicts } from "../../../stores/campaigns/verdicts.ts";
import { isOfCashier, useSession } from "../../../stores/session.ts";
import { Button } from "../../../ui/Button.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { More } from "../../../ui/More.tsx";
import { Page } from "../../../ui/Page.tsx";
import { useInSight } from "../../../ui/useInSight.ts";
import { useKeys } from "../../../ui/useKeys.ts";
import { RefusalNotice } from "../../../words/RefusalNotice.tsx";
import { useWords } from "../../../words/WordsContext.tsx";
import { CampaignCard } from "./CampaignCard.tsx";
import { DraftCards } from "./DraftCards.tsx";
import { IssuingLine } from "./IssuingLine.tsx";
import styles from "./Overview.module.css";
import { Templates } from "./Templates.tsx";

/** What runs and how it goes, and what could be started just now. */
export function Overview() {
  const { campaigns: words } = useWords();
  const { campaigns, hasLoaded, refusal: unread } = useOffers();
  const { refusal: refused, forgetRefusal } = useBuilder();
  const engine = useSession((session) => session.engine);
  const refusal = unread ?? refused;
  // What was asked for may be a card far down the page.
  const place = useInSight<HTMLDivElement>(refusal !== undefined);
  const isCashier = useSession(isOfCashier);
  const { measure, stop } = useVerdicts.getState();
  useEffect(() => void measure(campaigns), [campaigns, measure]);
  useEffect(() => stop, [stop]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an engine that is back refuses no more
  useEffect(() => forgetRefusal, [engine, forgetRefusal]);
  return (
    <Page title={words.title} lead={words.lead} actions={<OffersKeys />} testId="campaigns">
      <div className={styles.overview}>
        <IssuingLine />
        {refusal && (
          <div ref={place}>
            <RefusalNotice refusal={refusal} />
          </div>
        )}
        {!isCashier && <DraftCards />}
        {campaigns.length === 0 && <Templates />}
        {hasLoaded && campaigns.length === 0 && (
          <Empty icon={<TicketPercent strokeWidth={1.75} />} title={words.empty}>
            {words.emptyHint}
          </Empty>
        )}
        {campaigns.length > 0 && (
          <>
            <Running />
            <Templates />
          </>
        )}
      </div>
    </Page>
  );
}

function Running() {
  const { campaigns: words, shell } = useWords();
  const { campaigns, next, more } = useOffers();
  return (
    <section className={styles.part}>
      <h2>{words.running}</h2>
      <ul className={styles.campaigns} aria-label={words.running}>
        {campaigns.map((campaign) => (
          <CampaignCard key={campaign.campaignId} campaign={campaign} />
        ))}
      </ul>
      {next !== undefined && (
        <More label={shell.showMore} onPress={() => void more()} testId="more-campaigns" />
      )}
    </section>
  );
}

function OffersKeys() {
  const { campaigns: words } = useWords();
  const go = useOffers((offers) => offers.go);
  const start = useBuilder((builder) => builder.start);
  const isCashier = useSession(isOfCashier);
  const [toSegments, toQuality] = [() => go("segments"), () => go("quality")];
  const keys = { "Ctrl+M": () => start(), "Ctrl+G": toSegments, "Ctrl+J": toQuality };
  useKeys(keys, !isCashier);
  if (isCashier) return null;
  return (
    <>
      <Button
        look="quiet"
        keyName="Ctrl J"
        keyShortcut="Control+J"
        onPress={toQuality}
        testId="to-quality"
      >
        {words.quality}
      </Button>
      <Button keyName="Ctrl G" keyShortcut="Control+G" onPress={toSegments} testId="to-segments">
        {words.segments}
      </Button>
      <Button
        look="main"
        keyName="Ctrl M"
        keyShortcut="Control+M"
        onPress={() => start()}
        testId="new"
      >
        {words.make}
      </Button>
    </>
  );
}
