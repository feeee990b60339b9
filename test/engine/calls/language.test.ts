import { beforeAll, describe, expect, test } from "vitest";
import { contract, type Method } from "../../../shared/contract/index.ts";
import { wordedCalls } from "../../../shared/contract/wordedCalls.ts";
import { issueCoupons, openWorld, sell, type World } from "./world.ts";

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
const forCustomers = ["campaign.messages"];

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
