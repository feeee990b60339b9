import { beforeAll, describe, expect, test } from "vitest";
import { contract, type Method } from "../../../shared/contract/index.ts";
import { wordedCalls } from "../../../shared/contract/wordedCalls.ts";
import { textOf } from "../print/coupons.ts";
import { openShop } from "../setUp.ts";
import { issueCoupons, newCampaign, openWorld, sell, type World } from "./world.ts";

const offer = { kind: "percent", rateBps: 1_500, maxDiscountMinor: 50_000 } as const;
const segment = { all: [{ kind: "purchaseCount" as const, min: 1 }] };

let world: World;
let code: string;
beforeAll(async () => {
  world = await openWorld();
  const { an } = world;
  await world.take("customer.update", { customerId: an, birthday: "--11-22" });
  await sell(world, { customerId: an, lines: [{ sku: "RICE", quantityMilli: 1_500 }] });
  [code = ""] = await issueCoupons(world, { segment, offer });
}, 60_000);

/** Words for customers: in the language that they are to read, whoever stands at the window. */
const forCustomers = ["campaign.messages", "sale.receipt"];

test("every call that takes a language is one that the window sends it with", () => {
  const takers = Object.entries(contract)
    .filter(
      ([, { access, input }]) => access !== "public" && "shape" in input && "locale" in input.shape,
    )
    .map(([method]) => method)
    .filter((method) => !forCustomers.includes(method));
  expect(takers.sort()).toEqual([...wordedCalls].sort());
});

/** All texts of an answer that a person reads, but for names, which are nobody's language. */
const said = async <M extends Method>(method: M, params: object) => {
  const texts: string[] = [];
  const look = (value: unknown, key = "") => {
    if (typeof value === "string" && spoken.has(key)) texts.push(value);
    else if (value !== null && typeof value === "object") {
      for (const [name, inner] of Object.entries(value))
        look(inner, Number(name) >= 0 ? key : name);
    }
  };
  const response = await world.send(method, params);
  if ("error" in response) throw new Error(JSON.stringify(response.error));
  look(response.result);
  return texts;
};

const spoken = new Set([
  ...["text", "discountText", "offerText", "segmentText", "summary", "tier"],
]);

test("tomorrow is one day away, in English too", async () => {
  const { binh: customerId } = world;
  await world.take("customer.update", { customerId, birthday: "--11-23" });
  const alertsIn = async (locale: "vi" | "en") =>
    (await world.take("customer.profile", { customerId, locale })).alerts.map(({ text }) => text);
  expect(await alertsIn("en")).toEqual(["Birthday in 1 day"]);
  expect(await alertsIn("vi")).toEqual(["Sinh nhật sau 1 ngày"]);
});

describe("an answer is worded in the language of its call", () => {
  const vietnamese = ["Giảm 15%, tối đa 50.000 đ"];
  const english = ["15% off, up to 50,000 đ"];

  test.each([
    ["customer.search", {}, ["Mới quen"], ["New face"]],
    [
      "customer.profile",
      {},
      ["Mới quen", "Gạo ST25 × 1,5", ...vietnamese, "Sinh nhật hôm nay"],
      ["New face", "Gạo ST25 × 1.5", ...english, "Birthday today"],
    ],
    ["coupon.find", {}, vietnamese, english],
    [
      "campaign.overview",
      {},
      [...vietnamese, "Mua ít nhất 1 lần"],
      [...english, "At least 1 purchase"],
    ],
    ["segment.preview", { segment }, ["Mua ít nhất 1 lần"], ["At least 1 purchase"]],
  ] as const)("%s", async (method, more, inVietnamese, inEnglish) => {
    const own = {
      "customer.search": { text: "Thị An" },
      "customer.profile": { customerId: world.an },
      "coupon.find": { code },
      "campaign.overview": {},
      "segment.preview": {},
    }[method];
    const params = { ...own, ...more };
    expect(await said(method, { ...params, locale: "vi" })).toEqual(inVietnamese);
    expect(await said(method, { ...params, locale: "en" })).toEqual(inEnglish);
    expect(await said(method, params)).toEqual(inVietnamese);
  });

  test("another language than these is no language", async () => {
    const response = await world.send("campaign.overview", { locale: "fr" });
    expect(response).toMatchObject({ error: { code: -32602 } });
  });
});

test.each([
  { locale: "vi-VN", spoken: "vi" },
  { locale: "VI", spoken: "vi" },
  { locale: "vi_VN", spoken: "vi" },
  { locale: "en-US", spoken: "en" },
  { locale: "ar-KW", spoken: "en" },
  { locale: "vie", spoken: "vi" },
  { locale: "vil-AR", spoken: "en" },
])("a shop set up in $locale speaks $spoken", async ({ locale, spoken }) => {
  const shop = await openShop({ locale });
  expect(await shop.take("shop.status", {})).toMatchObject({ locale: spoken });
});

test.each([
  "",
  "v",
  "tiếng Việt",
  "vi-",
])("%j names no language to set a shop up in", async (locale) => {
  const shop = await openShop();
  const setUp = { name: "A", currency: "VND", timezone: "UTC", ownerName: "A", ownerPin: "1234" };
  const answer = await shop.send("shop.setup", { requestId: shop.newId(), ...setUp, locale });
  expect(answer).toMatchObject({ error: { code: -32602 } });
});

describe("what customers read is in the shop's language, whatever stands on the screen", () => {
  const campaignId = async () => {
    const { campaigns } = await world.take("campaign.overview", {});
    return campaigns[0]?.campaignId ?? "";
  };

  test.each([
    "html",
    "csv",
  ] as const)("the coupons as %s, while their list is worded", async (format) => {
    const asked = { campaignId: await campaignId(), format, locale: "en" } as const;
    const { document = "", coupons } = await world.take("campaign.list", asked);
    expect(coupons[0]?.discountText).toBe("15% off, up to 50,000 đ");
    const text = textOf(document);
    expect(text).toContain("Giảm 15%");
    expect(text).toContain("Dùng đến hết");
    expect(text).not.toMatch(/\boff\b|until/);
  });

  test("a message's first words", async () => {
    await world.take("consent.record", {
      ...{ customerId: world.an, purpose: "marketing", channel: "sms", state: "granted" },
      ...{ wording: "Tôi đồng ý", source: "counter" },
    });
    const asked = { campaignId: await campaignId(), channel: "sms", format: "json" } as const;
    const { messages, template } = await world.take("campaign.messages", asked);
    expect(template).toContain("{givenName} ơi, {shop} tặng bạn");
    expect(messages[0]?.text).toMatch(
      /^An ơi, Tạp hóa Quen tặng bạn: Giảm 15%.*dùng đến 31\/12\/2026/,
    );
    const later = await newCampaign(world, { segment, fromDay: "2026-12-01" });
    await world.take("campaign.issue", { campaignId: later.campaignId });
    const ahead = await world.take("campaign.messages", { ...asked, ...later });
    expect(ahead.messages[0]?.text).toContain("dùng từ 01/12/2026 đến 31/12/2026");
  });
});
