import type { ReadDb, WriteDb } from "../db/connection.ts";
import { insertRow, LIMIT } from "../db/rows.ts";
import type { FactOf } from "./facts.ts";

export type CampaignRow = {
  readonly campaignId: string;
  readonly name: string;
  readonly segment: string;
  readonly offer: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly holdoutBps: number;
  readonly maxUsesPerCustomer: number;
  readonly budgetMinor: number | null;
  readonly createdAtMs: number;
  readonly issuedAtMs: number | null;
};

const COLUMNS = `campaign_id AS campaignId, name, segment, offer, from_day AS fromDay,
  to_day AS toDay, holdout_bps AS holdoutBps, max_uses_per_customer AS maxUsesPerCustomer,
  budget_minor AS budgetMinor, created_at_ms AS createdAtMs, issued_at_ms AS issuedAtMs`;

export const findCampaign = (db: ReadDb, campaignId: string): CampaignRow | undefined =>
  db
    .prepare<[string], CampaignRow>(`SELECT ${COLUMNS} FROM campaigns WHERE campaign_id = ?`)
    .get(campaignId);

export type CampaignStanding = CampaignRow & {
  readonly issuedCount: number;
  readonly heldOutCount: number;
  readonly redeemedCount: number;
};

export const listCampaigns = (db: ReadDb, limit: number): readonly CampaignStanding[] =>
  db
    .prepare<[number], CampaignStanding>(
      `SELECT ${COLUMNS},
              (SELECT count(*) FROM campaign_members AS m
                WHERE m.campaign_id = campaigns.campaign_id AND arm = 'issued') AS issuedCount,
              (SELECT count(*) FROM campaign_members AS m
                WHERE m.campaign_id = campaigns.campaign_id AND arm = 'held-out') AS heldOutCount,
              (SELECT count(*) FROM coupon_redemptions JOIN coupons AS c USING (code)
                WHERE c.campaign_id = campaigns.campaign_id) AS redeemedCount
         FROM campaigns ORDER BY created_at_ms DESC, campaign_id DESC ${LIMIT}`,
    )
    .all(limit);

export type CouponRow = {
  readonly code: string;
  readonly campaignId: string;
  readonly customerId: string;
  readonly name: string;
  readonly offer: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly usedAtMs: number | null;
};

const COUPON_COLUMNS = `coupons.code, coupons.campaign_id AS campaignId,
  coupons.customer_id AS customerId, campaigns.name, campaigns.offer,
  campaigns.from_day AS fromDay, campaigns.to_day AS toDay, coupon_redemptions.at_ms AS usedAtMs
  FROM coupons JOIN campaigns USING (campaign_id) LEFT JOIN coupon_redemptions USING (code)`;

export const findCoupon = (db: ReadDb, code: string): CouponRow | undefined =>
  db.prepare<[string], CouponRow>(`SELECT ${COUPON_COLUMNS} WHERE coupons.code = ?`).get(code);

/** A person's unused coupons that are good on `day`, those that end first before the others. */
export const listOpenCoupons = (
  db: ReadDb,
  customerId: string,
  day: string,
): readonly CouponRow[] =>
  db
    .prepare<[string, string, string], CouponRow>(
      `SELECT ${COUPON_COLUMNS}
        WHERE coupons.customer_id = ? AND coupon_redemptions.code IS NULL
          AND campaigns.from_day <= ? AND campaigns.to_day >= ?
        ORDER BY campaigns.to_day, coupons.code LIMIT 50`,
    )
    .all(customerId, day, day);

export const listCampaignCoupons = (db: ReadDb, campaignId: string): readonly CouponRow[] =>
  db
    .prepare<[string], CouponRow>(
      `SELECT ${COUPON_COLUMNS} WHERE coupons.campaign_id = ? ORDER BY coupons.code`,
    )
    .all(campaignId);

export const applyCampaignMade = (db: WriteDb, fact: FactOf<"campaign.made">): void =>
  insertRow(db, "campaigns", {
    campaignId: fact.campaignId,
    name: fact.name,
    segment: fact.segment,
    offer: fact.offer,
    fromDay: fact.fromDay,
    toDay: fact.toDay,
    holdoutBps: fact.holdoutBps,
    maxUsesPerCustomer: fact.maxUsesPerCustomer,
    budgetMinor: fact.budgetMinor,
    createdAtMs: fact.createdAtMs,
  });

export const applyCampaignIssued = (db: WriteDb, fact: FactOf<"campaign.issued">): void => {
  const { campaignId } = fact;
  db.prepare<[number, string]>("UPDATE campaigns SET issued_at_ms = ? WHERE campaign_id = ?").run(
    fact.issuedAtMs,
    campaignId,
  );
  for (const customerId of fact.heldOut) {
    insertRow(db, "campaign_members", { campaignId, customerId, arm: "held-out" });
  }
  for (const customerId of new Set(fact.coupons.map((coupon) => coupon.customerId))) {
    insertRow(db, "campaign_members", { campaignId, customerId, arm: "issued" });
  }
  for (const { code, customerId } of fact.coupons) {
    insertRow(db, "coupons", { code, campaignId, customerId });
  }
};
