import type { Asked } from "../setUp.ts";
import { NOBODY, type RefusalCase, refuses } from "./refusalWorld.ts";

const campaign = {
  name: "Tết",
  segment: {},
  offer: { kind: "percent", rateBps: 500 },
  fromDay: "2026-12-01",
  toDay: "2026-12-31",
} as const;

const message = { channel: "sms", template: "{code}", format: "csv" } as const;

const reversed: Asked<"segment.preview">["segment"] = {
  all: [{ kind: "recencyDays", min: 9, max: 3 }],
};

const namingDrug: Asked<"segment.preview">["segment"] = {
  any: [{ kind: "notBoughtSku", any: ["TEA", "DRUG"] }],
};

/** What plans, segments and campaigns are refused for. */
export const campaignCases: readonly RefusalCase[] = [
  refuses("campaign.create", "PeriodInvalid", () => ({ ...campaign, toDay: "2026-11-30" })),
  refuses("campaign.create", "PeriodInvalid", () => ({
    ...campaign,
    fromDay: "2026-01-01",
    toDay: "2026-01-31",
  })),
  refuses("campaign.create", "ProductUnknown", () => ({
    ...campaign,
    offer: { kind: "gift", sku: "NONE" },
  })),
  refuses("campaign.create", "ScopeEmpty", () => ({
    ...campaign,
    offer: { kind: "percent", rateBps: 1_000, scope: { categories: [] } },
  })),
  refuses("campaign.rehearse", "ScopeEmpty", () => ({
    ...campaign,
    otherOffer: { kind: "amount", amountMinor: 5_000, scope: { skus: [], categories: [] } },
  })),
  refuses("campaign.create", "CategoryUnknown", () => ({
    ...campaign,
    offer: { kind: "percent", rateBps: 1_000, scope: { categories: ["Trà"], skus: ["TEA"] } },
  })),
  refuses("campaign.rehearse", "CategoryUnknown", () => ({
    ...campaign,
    otherOffer: { kind: "amount", amountMinor: 5_000, scope: { categories: ["Trà"] } },
  })),
  refuses("campaign.create", "GoodsSensitive", () => ({
    ...campaign,
    offer: { kind: "percent", rateBps: 1_000, scope: { skus: ["DRUG"] } },
  })),
  refuses("campaign.rehearse", "GoodsSensitive", () => ({
    ...campaign,
    otherOffer: { kind: "gift", sku: "DRUG" },
  })),
  refuses("segment.preview", "GoodsSensitive", () => ({ segment: namingDrug })),
  refuses("segment.save", "GoodsSensitive", () => ({ name: "Hà", segment: namingDrug })),
  refuses("campaign.create", "SegmentInvalid", () => ({ ...campaign, segment: reversed })),
  refuses("campaign.rehearse", "PeriodInvalid", () => ({ ...campaign, toDay: "2026-11-30" })),
  refuses("campaign.rehearse", "ProductUnknown", () => ({
    ...campaign,
    otherOffer: { kind: "gift", sku: "NONE" },
  })),
  refuses("campaign.rehearse", "SegmentInvalid", () => ({ ...campaign, segment: reversed })),
  refuses("segment.preview", "SegmentInvalid", () => ({ segment: reversed })),
  refuses("segment.save", "SegmentInvalid", () => ({ name: "Hà", segment: reversed })),
  refuses("segment.save", "SegmentUnknown", () => ({
    segmentId: NOBODY,
    name: "Hà",
    segment: {},
  })),
  refuses("segment.remove", "SegmentUnknown", () => ({ segmentId: NOBODY })),
  refuses("campaign.stop", "CampaignUnknown", () => ({ campaignId: NOBODY })),
  refuses("campaign.stop", "CampaignOver", ({ overId }) => ({ campaignId: overId })),
  refuses("campaign.plan", "CampaignUnknown", () => ({ campaignId: NOBODY })),
  refuses("campaign.lift", "CampaignUnknown", () => ({ campaignId: NOBODY })),
  refuses("campaign.lift", "CampaignNotIssued", ({ draftId }) => ({ campaignId: draftId })),
  refuses("campaign.issue", "CampaignUnknown", () => ({ campaignId: NOBODY })),
  refuses("campaign.issue", "CampaignIssued", ({ issuedId }) => ({ campaignId: issuedId })),
  refuses("campaign.issue", "CampaignOver", ({ overId }) => ({ campaignId: overId })),
  refuses("campaign.issue", "GoodsSensitive", ({ unnamableId }) => ({ campaignId: unnamableId })),
  refuses("campaign.issue", "CategoryUnknown", ({ renamedId }) => ({ campaignId: renamedId })),
  refuses("campaign.issue", "NobodyToIssueTo", ({ emptyId }) => ({ campaignId: emptyId })),
  refuses("campaign.list", "CampaignUnknown", () => ({ campaignId: NOBODY, format: "json" })),
  refuses("campaign.list", "CampaignNotIssued", ({ draftId }) => ({
    campaignId: draftId,
    format: "html",
  })),
  refuses("campaign.messages", "CampaignUnknown", () => ({ campaignId: NOBODY, ...message })),
  refuses("campaign.messages", "CampaignNotIssued", ({ draftId }) => ({
    campaignId: draftId,
    ...message,
  })),
  refuses("campaign.keepWords", "CampaignUnknown", () => ({
    campaignId: NOBODY,
    message: "{code}",
  })),
  refuses("coupon.find", "CouponUnknown", () => ({ code: "0000-0000-00" })),
  refuses("coupon.find", "CodeMistyped", () => ({ code: "0000-0000-01" })),
];
