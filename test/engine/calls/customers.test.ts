import { describe, expect, test } from "vitest";
import type { Asked, TestShop } from "../setUp.ts";
import { openShop } from "../setUp.ts";
import { agree, countsOf, openWorld, sell } from "./world.ts";

const create = (shop: TestShop, customer: Asked<"customer.create">) =>
  shop.take("customer.create", customer);

describe("somebody who is known already", () => {
  test.each([
    ["0912 345 678", "+84 912 345 678"],
    ["0912345678", "0084912345678"],
    ["0912345678", "84912345678"],
    ["0168 123 4567", "038 123 4567"],
    ["0120 123 4567", "+84 70 123 4567"],
    ["+1 202 555 0143", "+12025550143"],
  ])("is recognised by a phone in another form: %s as %s", async (first, again) => {
    const shop = await openShop();
    const made = await create(shop, { name: "Nguyễn Thị Thu Hà", phones: [first] });
    expect(made.matched).toBe(false);
    expect(await create(shop, { name: "Thu Hà", phones: [again] })).toEqual({
      customerId: made.customerId,
      matched: true,
    });
    expect(countsOf(shop).customers).toBe(1);
  });

  test("is recognised by an e-mail whatever its case, but not by one with other dots", async () => {
    const shop = await openShop();
    const made = await create(shop, { name: "Hà", emails: ["Thu.Ha@Example.com"] });
    const same = await create(shop, { name: "Hà", emails: [" thu.ha@example.COM "] });
    expect(same).toEqual({ customerId: made.customerId, matched: true });
    const dotless = await create(shop, { name: "Hà", emails: ["thuha@example.com"] });
    const plus = await create(shop, { name: "Hà", emails: ["thu.ha+quen@example.com"] });
    expect([dotless.matched, plus.matched]).toEqual([false, false]);
  });

  test("is not merged with who shares the phone under another name: a family keeps two records", async () => {
    const shop = await openShop();
    const mother = await create(shop, { name: "Nguyễn Thị Hoa", phones: ["0912345678"] });
    const son = await create(shop, { name: "Trần Quốc Bảo", phones: ["0912345678"] });
    expect(son.matched).toBe(false);
    expect(son.customerId).not.toBe(mother.customerId);
    const { matches } = await shop.take("customer.search", { text: "5678" });
    expect(matches.map(({ name }) => name).sort()).toEqual(["Nguyễn Thị Hoa", "Trần Quốc Bảo"]);
    expect(await create(shop, { name: "Quốc Bảo", phones: ["0912345678"] })).toEqual({
      customerId: son.customerId,
      matched: true,
    });
  });

  test("is not merged with who has another birthday", async () => {
    const shop = await openShop();
    const person = { name: "Nguyễn Hà", phones: ["0912345678"] };
    await create(shop, { ...person, birthday: "1990-01-02" });
    expect(await create(shop, { ...person, birthday: "1990-02-01" })).toMatchObject({
      matched: false,
    });
  });

  test("has what is told of them now as well, and loses nothing of what was told before", async () => {
    const shop = await openShop();
    const { customerId } = await create(shop, {
      ...{ name: "Nguyễn Thị Thu Hà", phones: ["0912345678"], birthday: "--05-17" },
      ...{ note: "thích trà", tags: ["sỉ"] },
    });
    const again = {
      ...{ name: "Thu Hà", phones: ["0912345678", "0987654321"], emails: ["ha@example.com"] },
      ...{ birthday: "1990-05-17", note: "dị ứng sữa", tags: ["sỉ", "quen"] },
    };
    expect(await create(shop, again)).toEqual({ customerId, matched: true });
    const told = async () => {
      const { customer } = await shop.take("customer.profile", { customerId });
      const identities = customer.identities.map(({ kind, value }) => `${kind} ${value}`).sort();
      return { ...customer, identities };
    };
    const known = {
      name: "Nguyễn Thị Thu Hà",
      identities: ["email ha@example.com", "phone +84912345678", "phone +84987654321"],
      birthday: "1990-05-17",
      note: "thích trà\ndị ứng sữa",
      tags: ["sỉ", "quen"],
    };
    expect(await told()).toMatchObject(known);
    const { matches } = await shop.take("customer.search", { text: "4321" });
    expect(matches).toMatchObject([{ customerId }]);

    const { changes } = countsOf(shop);
    await create(shop, { ...again, birthday: "--05-17" });
    expect(await told()).toMatchObject(known);
    expect(countsOf(shop).changes).toBe(changes);
  });

  test.each([
    { locale: "vi-VN", note: /^Còn 600 ký tự ghi chú/u, tags: /^Còn 1 nhãn/u },
    { locale: "en", note: /^600 characters of the note/u, tags: /^1 tag was not kept/u },
  ])("is answered what there was no room for, and by a repeated request again: $locale", async ({
    locale,
    ...words
  }) => {
    const shop = await openShop({ locale });
    const person = { name: "Nguyễn Hà", phones: ["0912345678"] };
    const tags = Array.from({ length: 20 }, (_, at) => `nhãn ${at}`);
    const note = "a".repeat(1_500);
    const { customerId } = await create(shop, { ...person, note, tags });
    const again = {
      ...{ ...person, requestId: shop.newId(), tags: ["sỉ"] },
      note: `dị ứng sữa\n${"b".repeat(600)}`,
    };
    const answer = {
      ...{ customerId, matched: true },
      leftOut: [
        { field: "note", count: 600, text: expect.stringMatching(words.note) },
        { field: "tags", count: 1, text: expect.stringMatching(words.tags) },
      ],
    };
    expect(await create(shop, again)).toEqual(answer);
    expect(await create(shop, again)).toEqual(answer);
    const { customer } = await shop.take("customer.profile", { customerId });
    expect(customer).toMatchObject({ note: `${note}\ndị ứng sữa`, tags });
  });

  test("is recognised at once, and after a restart", async () => {
    const shop = await openShop();
    const made = await create(shop, { name: "Hà", phones: ["0912345678"] });
    await shop.restart();
    const again = { name: "Hà", phones: ["0912345678"] };
    expect(await shop.caller("cashier").take("customer.create", again)).toEqual({
      customerId: made.customerId,
      matched: true,
    });
  });
});

test.each([
  { timezone: "Asia/Kolkata", currency: "INR", typed: "98765 43210", phone: "+919876543210" },
  { timezone: "Europe/Paris", currency: "EUR", typed: "06 12 34 56 78", phone: "+33612345678" },
])("a phone without its country is one of the shop's own: $currency", async (shopIn) => {
  const { timezone, currency, typed, phone } = shopIn;
  const shop = await openShop({ timezone, currency });
  const { customerId } = await create(shop, { name: "Ana", phones: [typed] });
  const { customer } = await shop.take("customer.profile", { customerId });
  expect(customer.identities.map(({ value }) => value)).toEqual([phone]);
});

describe("fields of a customer", () => {
  test("are kept as they were typed, changed one by one, and cleared by nothing", async () => {
    const shop = await openShop();
    const { customerId } = await create(shop, {
      name: "  Nguyễn   Thị Thu Hà ",
      birthday: "--02-29",
      note: "thích trà",
      tags: ["sỉ"],
    });
    await shop.take("customer.update", { customerId, note: "" });
    await shop.take("customer.update", { customerId, preferences: { size: "M" } });
    await shop.take("customer.update", { customerId, preferences: { colour: "blue" } });
    const { customer, preferences } = await shop.take("customer.profile", { customerId });
    expect(customer).toMatchObject({
      name: "Nguyễn Thị Thu Hà",
      birthday: "--02-29",
      tags: ["sỉ"],
    });
    expect(customer).not.toHaveProperty("note");
    expect(preferences).toMatchObject({ size: "M", colour: "blue" });
  });

  test.each(["", null])("birthday and note are cleared by %j", async (nothing) => {
    const shop = await openShop();
    const { customerId } = await create(shop, { name: "Hà", birthday: "--02-29", note: "trà" });
    await shop.take("customer.update", { customerId, birthday: nothing, note: nothing });
    const { customer } = await shop.take("customer.profile", { customerId });
    expect(customer).not.toHaveProperty("note");
    expect(customer).not.toHaveProperty("birthday");
  });

  test("are text everywhere: markup and SQL in a name stay what they are", async () => {
    const shop = await openWorld();
    const name = `<img src=x onerror=alert(1)>'); DROP TABLE customers;--`;
    const { customerId } = await create(shop, { name });
    const { saleId } = await sell(shop, { customerId, lines: [{ sku: "TEA" }] });
    const { document } = await shop.take("sale.receipt", { saleId });
    expect(document).not.toContain("<img src=x");
    const { customer } = await shop.take("customer.profile", { customerId });
    expect(customer.name).toBe(name);
  });
});

describe("the profile", () => {
  test("shows visits, what they were about, and what was spent", async () => {
    const world = await openWorld();
    const { receiptNumber } = await sell(world, {
      customerId: world.an,
      lines: [{ sku: "TEA", quantity: 2 }],
    });
    const { totals, timeline } = await world.take("customer.profile", { customerId: world.an });
    expect(totals).toMatchObject({
      spentMinor: 90_000,
      purchaseCount: 1,
      storeCount: 1,
      onlineCount: 0,
      averageMinor: 90_000,
      lastAtMs: world.clock.nowMs,
    });
    expect(timeline).toEqual([
      expect.objectContaining({
        kind: "sale",
        ref: receiptNumber,
        totalMinor: 90_000,
        summary: "Trà sen Tây Hồ × 2",
      }),
    ]);
  });

  test("shows the last word on each purpose and channel, and none that was never spoken", async () => {
    const world = await openWorld();
    await agree(world, world.an, "personalization", "counter");
    await world.take("consent.record", {
      customerId: world.an,
      purpose: "marketing",
      channel: "print",
      state: "withdrawn",
      wording: "Thôi",
      source: "phone call",
    });
    const { consents } = await world.take("customer.profile", { customerId: world.an });
    expect(consents.map(({ purpose, channel, state }) => [purpose, channel, state])).toEqual([
      ["personalization", "counter", "granted"],
      ["marketing", "print", "withdrawn"],
    ]);
    const other = await world.take("customer.profile", { customerId: world.binh });
    expect(other.consents).toEqual([]);
  });

  test("never offers what is sensitive, and nothing that they refused", async () => {
    const world = await openWorld();
    await agree(world, world.an, "personalization", "counter");
    for (let visit = 0; visit < 6; visit += 1) {
      await sell(world, {
        customerId: world.an,
        lines: [{ sku: "DRUG" }, { sku: "TEA" }, { sku: "RICE", quantityMilli: 1_000 }],
      });
      world.clock.nowMs += 7 * 86_400_000;
    }
    await world.take("customer.update", { customerId: world.an, refusedSkus: ["RICE"] });
    const { suggestions } = await world.take("customer.profile", {
      customerId: world.an,
      basket: [{ sku: "TEA" }],
    });
    expect(suggestions.map(({ sku }) => sku)).not.toContain("DRUG");
    expect(suggestions.map(({ sku }) => sku)).not.toContain("RICE");
  });
});

test("what a person does not want to be offered is told by its name of today", async () => {
  const world = await openWorld();
  await world.take("customer.update", { customerId: world.an, refusedSkus: ["TEA", "GONE"] });
  const products = [{ sku: "TEA", name: "Trà ướp sen", priceMinor: 45_000 }];
  await world.take("catalog.import", { products });
  const { refusedGoods } = await world.take("customer.profile", { customerId: world.an });
  expect(refusedGoods).toEqual([
    { sku: "TEA", name: "Trà ướp sen" },
    { sku: "GONE", name: "GONE" },
  ]);
});
