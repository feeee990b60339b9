import type { WriteDb } from "../../../electron/engine/db/connection.ts";
import type { Random } from "../../../electron/engine/demo/random.ts";
import { couponCodeBytes, couponCodeFrom } from "../../../shared/domain/coupon/couponCode.ts";
import { defined } from "../../../shared/kernel/assert.ts";
import { inBatches } from "./inBatches.ts";
import { insertInto } from "./insertInto.ts";

type Draw = {
  readonly people: readonly string[];
  readonly campaignId: string;
  readonly random: Random;
};

/** A code of their own for every fourth person. */
export const insertCoupons = (shop: WriteDb, { people, campaignId, random }: Draw): void => {
  const member = insertInto(shop, "campaign_members", "campaign_id, customer_id, arm");
  const coupon = insertInto(shop, "coupons", "code, campaign_id, customer_id");
  const codes = new Set<string>();
  inBatches([shop], Math.floor(people.length / 4), (index) => {
    const customerId = defined(people[index * 4], "a person");
    const bytes = Uint8Array.from({ length: couponCodeBytes }, () => random.below(256));
    const code = couponCodeFrom(bytes);
    if (codes.has(code)) return;
    codes.add(code);
    member.run(campaignId, customerId, "issued");
    coupon.run(code, campaignId, customerId);
  });
  shop
    .prepare<[number, string]>("UPDATE campaigns SET issued_at_ms = ? WHERE campaign_id = ?")
    .run(Date.now(), campaignId);
};
