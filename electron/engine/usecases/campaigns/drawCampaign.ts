import { dearestUseMinor } from "../../../../shared/domain/campaign/affordable.ts";
import { type Drawn, drawGroups } from "../../../../shared/domain/campaign/draw.ts";
import { mayMarket } from "../../../../shared/domain/consent/consent.ts";
import { CONTACT_CAP_DAYS } from "../../../../shared/domain/shop/shopSettings.ts";
import { DAY_MS } from "../../../../shared/kernel/day.ts";
import { type CampaignRow, listContactedOften, listMembers } from "../../repositories/campaigns.ts";
import { listConsents } from "../../repositories/customers.ts";
import { listSegment } from "../../repositories/segments.ts";
import { findSettings } from "../../repositories/shop.ts";
import type { Context } from "../context.ts";
import { questionOf } from "./segmentQuestion.ts";

const MOST_PEOPLE = 10_000_000;

export type CampaignDraw = {
  readonly drawn: readonly Drawn[];
  readonly skipped: readonly { readonly why: string; readonly count: number }[];
};

/**
 * Who would be drawn, and why others are not: who did not agree to offers by the campaign's channel,
 * who was reached too often lately, whom the budget does not reach, who was not chosen.
 */
export const drawCampaign = async (
  context: Context,
  campaign: CampaignRow,
): Promise<CampaignDraw> => {
  const question = questionOf(context, JSON.parse(campaign.segment));
  const members = listSegment(context.db, question, MOST_PEOPLE);
  const willing = members.filter((id) => mayMarket(listConsents(context.db, id), campaign.channel));
  const reached = new Set(contactedOften(context));
  const allowed = willing.filter((id) => !reached.has(id));
  // Who was drawn before a cut stays drawn, whatever they have done since, and counts.
  const before = listMembers(context.db, campaign.campaignId);
  const isDrawn = new Set(before.map(({ customerId }) => customerId));
  const candidates = allowed.filter((id) => !isDrawn.has(id));
  const most = boundOf(campaign, before.filter(({ arm }) => arm === "issued").length);
  const { drawn, leftOut } = drawGroups(candidates, {
    campaignId: campaign.campaignId,
    holdoutBps: campaign.holdoutBps,
    hasOtherOffer: campaign.otherOffer !== null,
    most,
  });
  const skipped = [
    { why: "NoMarketingConsent", count: members.length - willing.length },
    { why: "ContactCapReached", count: willing.length - allowed.length },
    { why: most?.why ?? "NotChosen", count: leftOut },
  ];
  return { drawn, skipped: skipped.filter(({ count }) => count > 0) };
};

const contactedOften = (context: Context): readonly string[] => {
  const cap = findSettings(context.db).contactCapPerMonth;
  const fromMs = context.clock.nowMs() - CONTACT_CAP_DAYS * DAY_MS;
  return listContactedOften(context.db, { fromMs, cap });
};

/** How many people the campaign reaches at most, and which of its bounds says so. */
const boundOf = (campaign: CampaignRow, issuedCount: number) => {
  const left = (count: number) => Math.max(0, count - issuedCount);
  const { budgetMinor, maxCustomers, maxUsesPerCustomer } = campaign;
  const offers = [campaign.offer, campaign.otherOffer].flatMap((text) => text ?? []);
  const dearest = dearestUseMinor(offers.map((text) => JSON.parse(text)));
  const affordable =
    budgetMinor === null || dearest === undefined || dearest === 0
      ? MOST_PEOPLE
      : Math.floor(budgetMinor / (dearest * maxUsesPerCustomer));
  if (affordable <= (maxCustomers ?? MOST_PEOPLE)) {
    if (affordable === MOST_PEOPLE) return undefined;
    return { count: left(affordable), why: "BudgetReached" as const };
  }
  return { count: left(maxCustomers ?? MOST_PEOPLE), why: "NotChosen" as const };
};
