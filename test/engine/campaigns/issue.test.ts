import { describe, expect, test } from "vitest";
import type { Output } from "../../../shared/contract/index.ts";
import { showCouponCode } from "../../../shared/domain/coupon/couponCode.ts";
import {
  agree,
  newCampaign,
  newCustomer,
  openWorld,
  passDays,
  sell,
  type World,
} from "../calls/world.ts";
import { membersOf, withPeople } from "./manyPeople.ts";

const listOf = async (world: World, campaignId: string) =>
  (await world.take("campaign.list", { campaignId, format: "json", sort: "code" })).coupons;

const skippedBy = ({ skipped }: Output<"campaign.issue">) =>
  Object.fromEntries(skipped.map(({ why, count }) => [why, count]));

test("listed for handing out who is called the same stands together, a person's coupons too", async () => {
  const world = await openWorld({ isFast: true });
  for (const name of ["Trần Hà", "Lê Há", "Bùi Hà", "Lê Há"]) {
    await agree(world, await newCustomer(world, { name }), "marketing", "print");
  }
  const { campaignId } = await newCampaign(world, { holdoutBps: 0, maxUsesPerCustomer: 2 });
  await world.take("campaign.issue", { campaignId });
  const { coupons } = await world.take("campaign.list", { campaignId, format: "json" });
  const listed = coupons.filter(({ customerName }) => /H[àá]$/u.test(customerName));
  const pairs = listed.filter((_, at) => at % 2 === 0);
  expect(pairs.map(({ customerName }) => customerName)).toEqual([
    ...["Bùi Hà", "Trần Hà", "Lê Há", "Lê Há"],
  ]);
  for (const [at, { customerId }] of pairs.entries()) {
    expect(listed[2 * at + 1]?.customerId).toBe(customerId);
  }
});

describe("issuing", () => {
  test("cut in its middle leaves no code that works, and goes on to the same draw", async () => {
    const { world } = await withPeople(150);
    const { campaignId } = await newCampaign(world, { holdoutBps: 3_000 });
    const whole = await newCampaign(world, { holdoutBps: 3_000 });
    await world.take("campaign.issue", { campaignId: whole.campaignId });

    const cut = new Error("power cut");
    const { worker } = world.engine();
    let parts = 0;
    const takeDrawn = worker.takeDrawn;
    Object.assign(worker, {
      takeDrawn: (part: Parameters<typeof takeDrawn>[0]) => {
        parts += 1;
        if (parts > 1) throw cut;
        return takeDrawn({ ...part, count: 60 });
      },
    });
    await world.send("campaign.issue", { requestId: world.newId(), campaignId });
    const drawn = membersOf(world, campaignId);
    expect(drawn.length).toBeGreaterThan(50);
    expect(drawn.length).toBeLessThan(150);
    expect((await world.take("campaign.overview", {})).campaigns).toContainEqual(
      expect.objectContaining({ campaignId, state: "issuing" }),
    );
    const [half] = world
      .engine()
      .stores.shop.prepare<[string], { code: string }>(
        "SELECT code FROM coupons WHERE campaign_id = ?",
      )
      .all(campaignId);
    expect(await world.refusal("coupon.find", { code: half?.code ?? "" })).toEqual({
      kind: "CouponUnknown",
    });

    await world.restart();
    world.connection.session = world.caller("owner").connection.session;
    const done = await world.take("campaign.issue", { campaignId });
    expect(done.issued + done.heldOut).toBe(150);
    const found = await world.take("coupon.find", { code: half?.code ?? "" });
    expect(found.state).toBe("issued");
    expect(membersOf(world, campaignId)).toEqual(expect.arrayContaining(drawn));
    expect(new Set((await listOf(world, campaignId)).map(({ code }) => code)).size).toBe(
      done.issued,
    );
  });

  test("asked for twice at the same moment draws and ends once", async () => {
    const { world } = await withPeople(30);
    const { campaignId } = await newCampaign(world, { holdoutBps: 2_000 });
    const ask = () => world.send("campaign.issue", { requestId: world.newId(), campaignId });
    await Promise.all([ask(), ask()]);
    expect(membersOf(world, campaignId)).toHaveLength(30);
    const ends = world
      .engine()
      .stores.shop.prepare<[], object>("SELECT 1 FROM changes WHERE kind = 'campaign.issued'")
      .all();
    expect(ends).toHaveLength(1);
    expect(world.defects).toEqual([]);
  });

  test("reaches nobody oftener than the owner's cap within a month", async () => {
    const { world } = await withPeople(12);
    await world.take("shop.setSettings", { contactCapPerMonth: 2 });
    const issue = async () => {
      const { campaignId } = await newCampaign(world);
      return world.take("campaign.issue", { campaignId });
    };
    expect([(await issue()).issued, (await issue()).issued]).toEqual([12, 12]);
    const { campaignId } = await newCampaign(world);
    expect(await world.refusal("campaign.issue", { campaignId })).toEqual({
      kind: "NobodyToIssueTo",
      skipped: [
        { why: "NoMarketingConsent", count: 1 },
        { why: "ContactCapReached", count: 12 },
      ],
    });
    passDays(world, 31);
    expect((await issue()).issued).toBe(12);
  });

  test("of two lists at the same moment reaches nobody oftener than the cap either", async () => {
    const { world } = await withPeople(30);
    await world.take("shop.setSettings", { contactCapPerMonth: 1 });
    const [one, other] = [await newCampaign(world), await newCampaign(world)];
    const ask = ({ campaignId }: { campaignId: string }) =>
      world.send("campaign.issue", { requestId: world.newId(), campaignId });
    await Promise.all([ask(one), ask(other)]);
    expect(membersOf(world, one.campaignId)).toHaveLength(30);
    expect(membersOf(world, other.campaignId)).toEqual([]);
  });

  test("stops at the budget's worst case and at the most people, and holds out among the chosen", async () => {
    const { world } = await withPeople(120);
    const offer = { kind: "amount", amountMinor: 10_000 } as const;
    const capped = await newCampaign(world, { offer, budgetMinor: 305_000, holdoutBps: 2_000 });
    const done = await world.take("campaign.issue", { campaignId: capped.campaignId });
    expect(done.issued).toBe(30);
    expect(skippedBy(done)).toEqual({
      NoMarketingConsent: 1,
      BudgetReached: 120 - 30 - done.heldOut,
    });
    const few = await newCampaign(world, { offer, maxCustomers: 7, maxUsesPerCustomer: 2 });
    const chosen = await world.take("campaign.issue", { campaignId: few.campaignId });
    expect(chosen.issued).toBe(7);
    expect(skippedBy(chosen)).toMatchObject({ CountReached: 113 });
    expect(await listOf(world, few.campaignId)).toHaveLength(14);
  });

  test("splits two offers by chance, and each coupon does what its own offer says", async () => {
    const { world, people } = await withPeople(40);
    const { campaignId } = await newCampaign(world, {
      offer: { kind: "percent", rateBps: 1_000 },
      otherOffer: { kind: "amount", amountMinor: 20_000 },
    });
    await world.take("campaign.issue", { campaignId });
    const coupons = await listOf(world, campaignId);
    const arms = new Map(coupons.map((coupon) => [coupon.arm, coupon]));
    expect([...arms.keys()].sort()).toEqual(["a", "b"]);
    for (const [arm, discountMinor] of [
      ["a", 9_000],
      ["b", 20_000],
    ] as const) {
      const coupon = arms.get(arm);
      expect(people).toContain(coupon?.customerId);
      const quote = await world.take("sale.quote", {
        customerId: coupon?.customerId ?? "",
        lines: [{ sku: "TEA", quantity: 2 }],
        couponCodes: [coupon?.code ?? ""],
      });
      expect(quote.discountMinor).toBe(discountMinor);
    }
  });
});

test("who has withdrawn since it was issued is on no paper and in no table, and on the screen still", async () => {
  const { world, people } = await withPeople(3);
  const { campaignId } = await newCampaign(world);
  await world.take("campaign.issue", { campaignId });
  const [gone = ""] = people;
  await world.take("consent.record", {
    ...{ customerId: gone, purpose: "marketing", channel: "print" },
    ...{ state: "withdrawn", wording: "Không nhận nữa", source: "counter" },
  });
  const listed = await listOf(world, campaignId);
  const mine = listed.find(({ customerId }) => customerId === gone);
  expect(listed).toHaveLength(3);
  for (const format of ["html", "csv"] as const) {
    const { document = "" } = await world.take("campaign.list", { campaignId, format });
    expect(document).not.toContain(showCouponCode(mine?.code ?? ""));
    for (const { code } of listed.filter((coupon) => coupon !== mine)) {
      expect(document).toContain(showCouponCode(code));
    }
  }
});

test("as JSON the list is a document too, of what may be handed out, written as it is listed", async () => {
  const { world, people } = await withPeople(3);
  const { campaignId } = await newCampaign(world);
  await world.take("campaign.issue", { campaignId });
  const [gone = ""] = people;
  for (const channel of ["print", "sms"] as const) {
    await world.take("consent.record", {
      ...{ customerId: gone, purpose: "marketing", channel },
      ...{ state: "withdrawn", wording: "Không nhận nữa", source: "counter" },
    });
  }
  const asked = { campaignId, format: "json" } as const;
  const { document = "", coupons } = await world.take("campaign.list", asked);
  expect(coupons).toHaveLength(3);
  const handedOut = coupons.filter(({ customerId }) => customerId !== gone);
  expect(JSON.parse(document)).toEqual(handedOut);
  const [one] = handedOut;
  const alone = await world.take("campaign.list", { ...asked, codes: [one?.code ?? ""] });
  expect(JSON.parse(alone.document ?? "")).toEqual([one]);
});

test.each([
  ["as the slip has it", (code: string) => showCouponCode(code)],
  [
    "in small letters with spaces",
    (code: string) => ` ${code.toLowerCase().replace(/(.{4})/gu, "$1 ")}`,
  ],
])("a slip is found again by its code as somebody types it: %s", async (_, typed) => {
  const { world } = await withPeople(2);
  const { campaignId } = await newCampaign(world, { segment: {}, holdoutBps: 0 });
  await world.take("campaign.issue", { campaignId });
  const [lost, other] = await listOf(world, campaignId);
  const codes = [typed(lost?.code ?? "")];
  const asked = { campaignId, format: "html", codes } as const;
  const { document, pages } = await world.take("campaign.list", asked);
  expect(pages).toBe(1);
  expect(document).toContain(showCouponCode(lost?.code ?? ""));
  expect(document).not.toContain(showCouponCode(other?.code ?? ""));
});

test("a slip that was lost is printed again alone, and all coupons are listed still", async () => {
  const { world } = await withPeople(3);
  const { campaignId } = await newCampaign(world);
  await world.take("campaign.issue", { campaignId });
  const [lost, ...others] = await listOf(world, campaignId);
  const codes = [lost?.code ?? ""];
  for (const format of ["html", "csv"] as const) {
    const answer = await world.take("campaign.list", { campaignId, format, codes });
    expect(answer.document).toContain(showCouponCode(lost?.code ?? ""));
    for (const { code } of others) expect(answer.document).not.toContain(showCouponCode(code));
    expect(answer.coupons).toHaveLength(3);
  }
});

describe("a campaign that is stopped", () => {
  test("voids what is open, and leaves what was used", async () => {
    const { world } = await withPeople(3);
    const { campaignId } = await newCampaign(world);
    await world.take("campaign.issue", { campaignId });
    const [used, open] = await listOf(world, campaignId);
    const basket = (coupon: typeof used) => ({
      customerId: coupon?.customerId ?? "",
      lines: [{ sku: "TEA" }],
      couponCodes: [coupon?.code ?? ""],
    });
    await sell(world, basket(used));
    await world.take("campaign.stop", { campaignId });
    expect(
      await world.refusal("sale.commit", {
        ...basket(open),
        payments: [{ method: "cash", amountMinor: 45_000 }],
      }),
    ).toMatchObject({ kind: "CouponRefused", why: { kind: "CouponVoid" } });
    const states = (await listOf(world, campaignId)).map(({ state }) => state).sort();
    expect(states).toEqual(["redeemed", "void", "void"]);
    expect((await world.take("coupon.find", { code: open?.code ?? "" })).state).toBe("void");
    const { coupons } = await world.take("customer.profile", {
      customerId: open?.customerId ?? "",
    });
    expect(coupons).toEqual([]);
    expect(await world.refusal("campaign.stop", { campaignId })).toEqual({ kind: "CampaignOver" });
  });
});
