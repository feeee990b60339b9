import { assert } from "../../../shared/kernel/assert.ts";
import type { ReadDb, WriteDb } from "../db/connection.ts";
import { insertRow, LIMIT } from "../db/rows.ts";
import { keepCommitment } from "./commitments.ts";
import { usedCouponsSql } from "./couponUses.ts";
import type { FactOf } from "./facts.ts";

export type CampaignRow = {
  readonly campaignId: string;
  readonly name: string;
  readonly segment: string;
  readonly offer: string;
  readonly otherOffer: string | null;
  readonly fromDay: string;
  readonly toDay: string;
  readonly holdoutBps: number;
  readonly maxUsesPerCustomer: number;
  readonly budgetMinor: number | null;
  readonly channel: "print" | "sms" | "zalo" | "email";
  readonly targeting: "everyone" | "best-gain";
  readonly maxCustomers: number | null;
  readonly trigger: "list" | "next-purchase";
  readonly validDays: number | null;
  readonly minimumSaleMinor: number | null;
  readonly template: string | null;
  readonly messageTemplate: string | null;
  readonly letterTemplate: string | null;
  readonly createdAtMs: number;
  /** When the first part of its draw was written. */
  readonly drawnAtMs: number | null;
  readonly issuedAtMs: number | null;
  readonly stoppedAtMs: number | null;
  readonly issuedCount: number;
  readonly heldOutCount: number;
};

const COLUMNS = `campaign_id AS campaignId, name, segment, offer, other_offer AS otherOffer,
  from_day AS fromDay, to_day AS toDay, holdout_bps AS holdoutBps,
  max_uses_per_customer AS maxUsesPerCustomer, budget_minor AS budgetMinor, channel, targeting,
  max_customers AS maxCustomers, earned_by AS trigger, valid_days AS validDays,
  minimum_sale_minor AS minimumSaleMinor, template, message_template AS messageTemplate,
  letter_template AS letterTemplate, created_at_ms AS createdAtMs,
  drawn_at_ms AS drawnAtMs, issued_at_ms AS issuedAtMs, stopped_at_ms AS stoppedAtMs,
  issued_count AS issuedCount, held_out_count AS heldOutCount`;

export const findCampaign = (db: ReadDb, campaignId: string): CampaignRow | undefined =>
  db
    .prepare<[string], CampaignRow>(`SELECT ${COLUMNS} FROM campaigns WHERE campaign_id = ?`)
    .get(campaignId);

export type CampaignStanding = CampaignRow & {
  /** Each of a list gets as many as they may use; a purchase earns one at a time. */
  readonly couponCount: number;
  readonly redeemedCount: number;
  readonly doubleUseCount: number;
};

const usedIn = `(SELECT count(*) FROM ${usedCouponsSql()} AS c
     WHERE c.campaign_id = campaigns.campaign_id)`;

const usedAgainIn = `(SELECT count(*) FROM coupons AS c JOIN coupon_double_uses USING (code)
     WHERE c.campaign_id = campaigns.campaign_id)`;

export type CampaignPage = {
  readonly limit: number;
  /** The last one of the page before. */
  readonly after: Pick<CampaignRow, "createdAtMs" | "campaignId"> | undefined;
};

/** Newest first. */
export const listCampaigns = (
  db: ReadDb,
  { limit, after }: CampaignPage,
): readonly CampaignStanding[] =>
  db
    .prepare<[number, string, number], CampaignStanding>(
      `SELECT ${COLUMNS},
              iif(earned_by = 'list', issued_count * max_uses_per_customer,
                  (SELECT count(*) FROM coupons AS c
                    WHERE c.campaign_id = campaigns.campaign_id)) AS couponCount,
              ${usedIn} AS redeemedCount,
              ${usedAgainIn} AS doubleUseCount
         FROM campaigns WHERE (created_at_ms, campaign_id) < (?, ?)
        ORDER BY created_at_ms DESC, campaign_id DESC ${LIMIT}`,
    )
    .all(after?.createdAtMs ?? Number.MAX_SAFE_INTEGER, after?.campaignId ?? "", limit);

/**
 * Campaigns that give a coupon for the next purchase with a sale of this day, and had begun when it was
 * made: first those that end first.
 */
export const listNextPurchaseCampaigns = (
  db: ReadDb,
  { businessDay, soldAtMs }: { readonly businessDay: string; readonly soldAtMs: number },
): readonly CampaignRow[] =>
  db
    .prepare<[string, string, number], CampaignRow>(
      `SELECT ${COLUMNS} FROM campaigns
        WHERE earned_by = 'next-purchase' AND issued_at_ms IS NOT NULL
          AND stopped_at_ms IS NULL AND to_day >= ? AND from_day <= ? AND issued_at_ms <= ?
        ORDER BY to_day, campaign_id`,
    )
    .all(businessDay, businessDay, soldAtMs);

export type MemberRow = {
  readonly customerId: string;
  readonly arm: "issued" | "held-out";
  readonly offerArm: "a" | "b" | null;
};

export const findMember = (
  db: ReadDb,
  campaignId: string,
  customerId: string,
): MemberRow | undefined =>
  db
    .prepare<[string, string], MemberRow>(
      `SELECT customer_id AS customerId, arm, offer_arm AS offerArm FROM campaign_members
        WHERE campaign_id = ? AND customer_id = ?`,
    )
    .get(campaignId, customerId);

/** Everybody who was drawn so far, issued or held out. */
export const listMembers = (db: ReadDb, campaignId: string): readonly MemberRow[] =>
  db
    .prepare<[string], MemberRow>(
      `SELECT customer_id AS customerId, arm, offer_arm AS offerArm FROM campaign_members
        WHERE campaign_id = ?`,
    )
    .all(campaignId);

/**
 * Who was issued at least `cap` other campaigns since `fromMs`. A draw that was cut in its middle counts until
 * its days are over: who was drawn for it stays drawn when it goes on.
 */
export const listContactedOften = (
  db: ReadDb,
  query: {
    readonly campaignId: string;
    readonly fromMs: number;
    readonly today: string;
    readonly cap: number;
  },
): readonly string[] =>
  db
    .prepare<[string, number, number, string, number], { customerId: string }>(
      `SELECT customer_id AS customerId FROM campaigns JOIN campaign_members USING (campaign_id)
        WHERE campaign_id <> ? AND earned_by = 'list' AND arm = 'issued'
          AND (issued_at_ms >= ? OR (issued_at_ms IS NULL AND campaigns.drawn_at_ms >= ?
                                     AND stopped_at_ms IS NULL AND to_day >= ?))
        GROUP BY customer_id HAVING count(*) >= ?`,
    )
    .all(query.campaignId, query.fromMs, query.fromMs, query.today, query.cap)
    .map(({ customerId }) => customerId);

export const applyCampaignMade = (db: WriteDb, fact: FactOf<"campaign.made">): void => {
  const { kind: _, trigger, ...row } = fact;
  insertRow(db, "campaigns", { ...row, earnedBy: trigger });
};

export const applyCampaignDrawn = (db: WriteDb, fact: FactOf<"campaign.drawn">): void => {
  const { campaignId } = fact;
  db.prepare<[number, string]>(
    "UPDATE campaigns SET drawn_at_ms = coalesce(drawn_at_ms, ?) WHERE campaign_id = ?",
  ).run(fact.drawnAtMs, campaignId);
  for (const customerId of fact.heldOut) addMember(db, { campaignId, customerId, arm: "held-out" });
  for (const { customerId, arm: offerArm, codes, sealedChosenFor: sealed } of fact.issued) {
    const chosenFor = sealed === undefined ? undefined : Buffer.from(sealed, "base64");
    addMember(db, { campaignId, customerId, arm: "issued", offerArm, chosenFor });
    for (const code of codes) insertRow(db, "coupons", { code, campaignId, customerId, offerArm });
  }
};

type Member = {
  readonly campaignId: string;
  readonly customerId: string;
  readonly arm: "issued" | "held-out";
  readonly offerArm?: "a" | "b" | undefined;
  /** Where not all are drawn at once: when this one was. */
  readonly drawnAtMs?: number | undefined;
  /** Sealed: what was expected of them, and when. */
  readonly chosenFor?: Uint8Array | undefined;
};

const addMember = (db: WriteDb, member: Member): void => {
  insertRow(db, "campaign_members", member);
  const column = member.arm === "issued" ? "issued_count" : "held_out_count";
  db.prepare<[string]>(`UPDATE campaigns SET ${column} = ${column} + 1 WHERE campaign_id = ?`).run(
    member.campaignId,
  );
};

export const applyCampaignIssued = (db: WriteDb, fact: FactOf<"campaign.issued">): void => {
  const { changes } = db
    .prepare<[number, string]>("UPDATE campaigns SET issued_at_ms = ? WHERE campaign_id = ?")
    .run(fact.issuedAtMs, fact.campaignId);
  assert(changes === 1, `campaign ${fact.campaignId} is known`);
};

export const applyCampaignStopped = (db: WriteDb, fact: FactOf<"campaign.stopped">): void => {
  db.prepare<[number, string]>("UPDATE campaigns SET stopped_at_ms = ? WHERE campaign_id = ?").run(
    fact.stoppedAtMs,
    fact.campaignId,
  );
};

export const applyWordsKept = (db: WriteDb, fact: FactOf<"campaign.words-kept">): void => {
  db.prepare<[string | null, string | null, string]>(
    `UPDATE campaigns SET message_template = coalesce(?, message_template),
                          letter_template = coalesce(?, letter_template)
      WHERE campaign_id = ?`,
  ).run(fact.message ?? null, fact.letter ?? null, fact.campaignId);
};

const findSoldAtMs = (db: ReadDb, saleId: string): number | undefined =>
  db
    .prepare<[string], { atMs: number }>("SELECT sold_at_ms AS atMs FROM sales WHERE sale_id = ?")
    .get(saleId)?.atMs;

export const applyCouponEarned = (db: WriteDb, fact: FactOf<"coupon.earned">): void => {
  const { campaignId, customerId, saleId, coupon } = fact;
  if (!findMember(db, campaignId, customerId)) {
    const offerArm = coupon?.arm;
    const arm = coupon ? "issued" : "held-out";
    const drawnAtMs = findSoldAtMs(db, saleId);
    addMember(db, { campaignId, customerId, arm, offerArm, drawnAtMs });
  }
  if (!coupon) return;
  const { code, arm: offerArm, fromDay, toDay, maxDiscountMinor } = coupon;
  const row = { code, campaignId, customerId, offerArm, fromDay, toDay, maxDiscountMinor };
  keepCommitment(db, code, () => insertRow(db, "coupons", { ...row, earnedBySaleId: saleId }));
};
