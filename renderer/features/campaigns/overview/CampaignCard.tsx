import { useBuilder } from "../../../stores/campaigns/builder.ts";
import { useCoupons } from "../../../stores/campaigns/coupons.ts";
import { useDoubleUses } from "../../../stores/campaigns/doubleUses.ts";
import { useMessages } from "../../../stores/campaigns/messages.ts";
import type { Campaign } from "../../../stores/campaigns/offers.ts";
import { useResults } from "../../../stores/campaigns/results.ts";
import {
  type CampaignVerdict,
  isMeasured,
  useVerdicts,
} from "../../../stores/campaigns/verdicts.ts";
import { isOfCashier, useSession } from "../../../stores/session.ts";
import { Button } from "../../../ui/Button.tsx";
import { Chip, type Tone } from "../../../ui/Chip.tsx";
import { Meter } from "../../../ui/charts/Meter.tsx";
import { classes } from "../../../ui/classes.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { unbroken } from "../../../ui/unbroken.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { GiveUp } from "./GiveUp.tsx";
import styles from "./Overview.module.css";

const toneOfState: Readonly<Record<Campaign["state"], Tone>> = {
  draft: "gold",
  issuing: "gold",
  issued: "tea",
  over: "plain",
  stopped: "plain",
};

const toneOfVerdict: Readonly<Record<CampaignVerdict, Tone>> = {
  helped: "tea",
  cost: "rose",
  "no-difference": "plain",
  "too-early": "gold",
  untold: "plain",
};

/** One campaign at a glance: what it is, how far it has come, and what it did so far. */
export function CampaignCard({ campaign }: { readonly campaign: Campaign }) {
  const { campaigns: words } = useWords();
  const format = useFormat();
  const isCashier = useSession(isOfCashier);
  const { campaignId, name, state, fromDay, toDay, doubleUses, givesNothing } = campaign;
  return (
    <li className={styles.campaign} data-testid="campaign">
      <div className={styles.campaignHead}>
        <h3>{name}</h3>
        <Chip tone={toneOfState[state]}>{words.states[state]}</Chip>
      </div>
      <Offers campaign={campaign} />
      <p>{campaign.segmentText}</p>
      <Standing campaign={campaign} />
      {isMeasured(campaign) && !isCashier && <Verdict campaignId={campaignId} />}
      {givesNothing && <GivesNothing campaign={campaign} why={givesNothing} />}
      {doubleUses > 0 && <UsedTwice campaign={campaign} />}
      <div className={styles.campaignFoot}>
        <span>{words.period(format.dayTextWhole(fromDay), format.dayTextWhole(toDay))}</span>
        <CardKeys campaign={campaign} />
      </div>
    </li>
  );
}

type GivesNothingProps = {
  readonly campaign: Campaign;
  readonly why: NonNullable<Campaign["givesNothing"]>;
};

function GivesNothing({ campaign: { state }, why }: GivesNothingProps) {
  const { campaigns: words } = useWords();
  const isCashier = useSession(isOfCashier);
  const isYetToBegin = state === "draft" || state === "issuing";
  // Said to whoever can do it: a cashier has no such keys.
  const wayOut = isYetToBegin && !isCashier && words.wayOut[why.kind];
  if (why.kind === "CategoryUnknown") {
    const say = isYetToBegin ? words.cannotIssueGone : words.goodsGone;
    return (
      <Notice tone="gold">
        {say(why.category)} {wayOut}
      </Notice>
    );
  }
  const say = isYetToBegin ? words.cannotIssueSensitive : words.givesNothing;
  return (
    <Notice tone="gold">
      {say(why.name)} {wayOut} {state === "issued" && words.givenStillWork}
    </Notice>
  );
}

function UsedTwice({ campaign }: { readonly campaign: Campaign }) {
  const { campaigns: words } = useWords();
  const format = useFormat();
  const open = useDoubleUses((doubles) => doubles.open);
  const isCashier = useSession(isOfCashier);
  return (
    <Notice
      tone="rose"
      action={
        isCashier ? undefined : (
          <Button size="small" onPress={() => void open(campaign)} testId="open-doubles">
            {words.openDoubles}
          </Button>
        )
      }
    >
      {words.doubleUses(format.number(campaign.doubleUses))}
    </Notice>
  );
}

/** What is given: one offer, or the two that are compared. */
function Offers({ campaign: { offerText, otherOfferText } }: { readonly campaign: Campaign }) {
  const { campaigns: words } = useWords();
  if (otherOfferText === undefined) return <p className={styles.offer}>{unbroken(offerText)}</p>;
  return (
    <>
      <p className={classes(styles.offer, styles.ofTwo)}>
        <small>{words.builder.offerA}</small>
        <span>{unbroken(offerText)}</span>
        <Chip tone="gold">{words.comparesTwo}</Chip>
      </p>
      <p className={classes(styles.offer, styles.ofTwo)}>
        <small>{words.builder.offerB}</small>
        <span>{unbroken(otherOfferText)}</span>
      </p>
    </>
  );
}

function Standing({ campaign }: { readonly campaign: Campaign }) {
  const { campaigns: words } = useWords();
  const format = useFormat();
  const { state, coupons, redeemed, heldOut, trigger, neverIssued } = campaign;
  if (state === "draft" || state === "issuing") return null;
  if (neverIssued) return <p>{words.neverIssued}</p>;
  const [used, given] = [format.number(redeemed), format.number(coupons)];
  const said = trigger === "list" ? words.progress(used, given) : words.atTheTill(given, used);
  return (
    <div className={styles.standing}>
      <Meter label={said} value={redeemed} whole={coupons} />
      <div>
        <span>{said}</span>
        {heldOut > 0 && <span>{words.heldOut(format.number(heldOut))}</span>}
      </div>
    </div>
  );
}

/** A cashier is told none. Its line is kept free until the verdict is there, so that nothing moves when it comes. */
function Verdict({ campaignId }: Pick<Campaign, "campaignId">) {
  const { campaigns: words } = useWords();
  const verdict = useVerdicts(({ verdictByCampaign }) => verdictByCampaign[campaignId]);
  return (
    <p className={styles.verdict} data-testid="campaign-verdict">
      {verdict && <Chip tone={toneOfVerdict[verdict]}>{words.verdicts[verdict]}</Chip>}
    </p>
  );
}

function CardKeys({ campaign }: { readonly campaign: Campaign }) {
  const { campaigns: words } = useWords();
  const format = useFormat();
  const { issuing, issue, repeat } = useBuilder();
  const openMessages = useMessages((state) => state.open);
  const isCashier = useSession(isOfCashier);
  if (isCashier) return null;
  if (campaign.state === "draft" || campaign.state === "issuing") {
    const begin = campaign.trigger === "list" ? words.issue : words.start;
    return (
      <div className={classes(styles.cardKeys, styles.ownLine)}>
        {issuing?.campaignId !== campaign.campaignId && <GiveUp campaignId={campaign.campaignId} />}
        <Button
          size="small"
          look="tea"
          isDisabled={issuing !== undefined || campaign.givesNothing !== undefined}
          onPress={() => void issue(campaign)}
          testId="issue"
        >
          {campaign.state === "issuing" ? words.resume : begin}
        </Button>
      </div>
    );
  }
  const isMailed = campaign.channel !== "print" && !campaign.neverIssued;
  return (
    <div className={styles.cardKeys}>
      <Button
        size="small"
        look="quiet"
        onPress={() => void repeat(campaign, format)}
        testId="repeat-campaign"
      >
        {words.repeat}
      </Button>
      {isMailed && (
        <Button size="small" onPress={() => void openMessages(campaign)} testId="open-messages">
          {words.openMessages}
        </Button>
      )}
      {!campaign.neverIssued && <OutcomeKeys campaign={campaign} />}
    </div>
  );
}

function OutcomeKeys({ campaign }: { readonly campaign: Campaign }) {
  const { campaigns: words } = useWords();
  const openCoupons = useCoupons((coupons) => coupons.open);
  const openResults = useResults((results) => results.open);
  return (
    <>
      <Button size="small" onPress={() => void openCoupons(campaign)} testId="open-coupons">
        {words.openList}
      </Button>
      <Button size="small" onPress={() => openResults(campaign)} testId="open-results">
        {words.openResults}
      </Button>
    </>
  );
}
