import { TicketPercent } from "lucide-react";
import { type Campaign, useCampaigns } from "../../stores/campaigns.ts";
import { Button } from "../../ui/Button.tsx";
import { Chip, type Tone } from "../../ui/Chip.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { refusalText } from "../../words/refusalWords.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Campaigns.module.css";

export function Overview() {
  const { campaigns: words, refusals } = useWords();
  const format = useFormat();
  const { campaigns, startDraft, refusal } = useCampaigns();
  useKeys({ "Ctrl+M": startDraft });
  const make = (
    <Button look="main" keyName="Ctrl M" keyShortcut="Control+M" onPress={startDraft} testId="new">
      {words.make}
    </Button>
  );
  return (
    <Page title={words.title} lead={words.lead} actions={make} testId="campaigns">
      {refusal && (
        <Notice tone="rose" isAlert className={styles.notice}>
          {refusalText(refusal, refusals, format)}
        </Notice>
      )}
      {campaigns.length === 0 ? (
        <Empty icon={<TicketPercent strokeWidth={1.75} />} title={words.empty}>
          {words.emptyHint}
        </Empty>
      ) : (
        <ul className={styles.campaigns}>
          {campaigns.map((campaign) => (
            <CampaignCard key={campaign.campaignId} campaign={campaign} />
          ))}
        </ul>
      )}
    </Page>
  );
}

const toneOfState: Readonly<Record<Campaign["state"], Tone>> = {
  draft: "gold",
  issuing: "gold",
  issued: "tea",
  over: "plain",
  stopped: "plain",
};

function CampaignCard({ campaign }: { readonly campaign: Campaign }) {
  const { campaigns: words } = useWords();
  const format = useFormat();
  const { issue, openList } = useCampaigns();
  const { name, state, fromDay, toDay } = campaign;
  return (
    <li className={styles.campaign}>
      <div className={styles.campaignHead}>
        <h2>{name}</h2>
        <Chip tone={toneOfState[state]}>{words.states[state]}</Chip>
      </div>
      <p className={styles.offer}>{campaign.offerText}</p>
      <p>{campaign.segmentText}</p>
      <div className={styles.campaignFoot}>
        <span>{words.period(format.dayText(fromDay), format.dayText(toDay))}</span>
        {state !== "draft" && (
          <span>
            {words.counts(
              format.number(campaign.issued),
              format.number(campaign.redeemed),
              format.number(campaign.heldOut),
            )}
          </span>
        )}
        {state === "draft" && (
          <Button size="small" look="tea" onPress={() => void issue(campaign)}>
            {words.issue}
          </Button>
        )}
        {state !== "draft" && (
          <Button size="small" onPress={() => void openList(campaign)}>
            {words.openList}
          </Button>
        )}
      </div>
    </li>
  );
}
