import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { DAY_MS } from "../../../shared/kernel/day.ts";
import { openShop, type TestShop } from "../setUp.ts";
import { orderJson, personal } from "./storyPeople.ts";

const sku = fc.constantFrom("TEA", "RICE", "SOAP", "MUG");
const who = fc.nat(30);
const placeOf = (list: readonly unknown[]) => fc.nat(list.length - 1);
const channel = fc.constantFrom("counter", "print", "sms");

const action = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("customer"),
      name: placeOf(personal.names),
      phone: fc.option(placeOf(personal.phones)),
      email: fc.option(placeOf(personal.emails)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("update"),
      who,
      field: fc.constantFrom("name", "note", "tags", "birthday", "clear", "preferences"),
      place: fc.nat(4),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("card"), who, place: fc.nat(1) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("consent"),
      who,
      purpose: fc.constantFrom("marketing", "personalization"),
      channel,
      state: fc.constantFrom("granted", "granted", "withdrawn"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("catalog"),
      sku,
      priceMinor: fc.integer({ min: 0, max: 300_000 }),
      stockQuantity: fc.option(fc.integer({ min: -5, max: 50 })),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("sale"),
      who: fc.option(who),
      lines: fc.array(fc.record({ sku, quantity: fc.integer({ min: 1, max: 9 }) }), {
        minLength: 1,
        maxLength: 4,
      }),
      pointsShare: fc.constantFrom(0, 0, 0.5, 1),
      isWithCoupon: fc.boolean(),
      isPast: fc.boolean(),
      shown: fc.array(sku, { maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("campaign"),
      offer: fc.constantFrom("percent", "points", "gift"),
      holdoutBps: fc.constantFrom(0, 3_000),
      trigger: fc.constantFrom("list", "next-purchase"),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("orders"),
      orders: fc.array(
        fc.record({ id: fc.nat(6), stage: fc.nat(4), minute: fc.nat(9), person: fc.nat(3) }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("undo"), place: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("days"), count: fc.integer({ min: -3, max: 200 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("dismiss"), who, sku }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("settings"),
      settings: fc.record({
        contactCapPerMonth: fc.nat(9),
        marginFloorBps: fc.option(fc.nat(5_000)),
      }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("restart") }) },
);
export type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

export const story = (length: number): fc.Arbitrary<readonly Action[]> =>
  fc.array(action, { minLength: length, maxLength: length, size: "max" });

/** What the story has made so far; actions name it by place. */
type Told = { readonly customers: string[]; readonly imports: string[]; files: number };

/** Lives through `actions` in a shop of its own; what the rules refuse is part of life. */
export const liveThrough = async (actions: readonly Action[]): Promise<TestShop> => {
  const shop = await openShop({ isFast: true });
  await shop.take("catalog.import", {
    products: [
      { sku: "TEA", name: "Trà sen", priceMinor: 45_000, stockQuantity: 40, barcode: "8930001" },
      { sku: "RICE", name: "Gạo", priceMinor: 32_500, soldBy: "unit", category: "Gạo" },
      { sku: "SOAP", name: "Xà phòng", priceMinor: 18_900, taxRateBps: 500, category: "Quà" },
      { sku: "MUG", name: "Cốc", priceMinor: 99_000, sensitive: true, category: "Quà" },
    ],
  });
  const told: Told = { customers: [], imports: [], files: 0 };
  for (const one of actions) await live(shop, told, one);
  shop.connection.session ??= shop.caller("owner").connection.session;
  return shop;
};

const live = async (shop: TestShop, told: Told, one: Action): Promise<void> => {
  if (one.kind === "restart") await shop.restart();
  shop.connection.session ??= shop.caller("owner").connection.session;
  const known = (place: number | null) =>
    place === null ? undefined : told.customers[place % told.customers.length];
  switch (one.kind) {
    case "restart":
      return;
    case "days":
      shop.clock.nowMs += one.count * DAY_MS;
      return;
    case "customer":
      told.customers.push(...(await makeCustomer(shop, one)));
      return;
    case "orders":
      told.imports.push(...(await importOrders(shop, told, one)));
      return;
    case "undo":
      await allow(shop, "orders.undoImport", {
        importId: told.imports[one.place % told.imports.length],
      });
      return;
    case "catalog": {
      const { sku: code, priceMinor, stockQuantity } = one;
      const stock = stockQuantity === null ? {} : { stockQuantity };
      const product = { sku: code, name: `${code} mới`, priceMinor, ...stock };
      await allow(shop, "catalog.import", { products: [product] });
      return;
    }
    case "campaign":
      await runCampaign(shop, one);
      return;
    case "dismiss":
      await allow(shop, "suggestion.dismiss", { customerId: known(one.who), sku: one.sku });
      return;
    case "settings":
      await allow(shop, "shop.setSettings", one.settings);
      return;
    case "sale":
      await sellTo(shop, known(one.who), one);
      return;
    case "update":
      await allow(shop, "customer.update", { customerId: known(one.who), ...changed(one) });
      return;
    case "card":
      await allow(shop, "customer.addIdentity", {
        customerId: known(one.who),
        kind: "card",
        value: personal.cards[one.place],
      });
      return;
    case "consent":
      await allow(shop, "consent.record", {
        ...one,
        customerId: known(one.who),
        wording: "Tôi đồng ý nhận phiếu",
        source: "counter",
      });
  }
};

type Of<K extends Action["kind"]> = Extract<Action, { kind: K }>;

/** The answer, or undefined where the rules or the form refused; a defect ends the story. */
const allow = async (shop: TestShop, method: string, params: object): Promise<unknown> => {
  const response = await shop.send(method, { requestId: shop.newId(), ...params });
  if ("result" in response) return response.result;
  if (response.error.code === -32603) throw new Error(`${method}: ${shop.defects.at(-1)}`);
  return undefined;
};

const makeCustomer = async (shop: TestShop, one: Of<"customer">): Promise<readonly string[]> => {
  const made = (await allow(shop, "customer.create", {
    name: personal.names[one.name],
    ...(one.phone === null ? {} : { phones: [personal.phones[one.phone]] }),
    ...(one.email === null ? {} : { emails: [personal.emails[one.email]] }),
    note: personal.notes[0],
    birthday: "1988-11-25",
  })) as { customerId: string; matched: boolean } | undefined;
  return made && !made.matched ? [made.customerId] : [];
};

const changed = ({ field, place }: Of<"update">): object => {
  switch (field) {
    case "name":
      return { name: personal.names[place] };
    case "note":
      return { note: personal.notes[place % 2] };
    case "tags":
      return { tags: [personal.tags[place % 2]] };
    case "birthday":
      return { birthday: "--02-29" };
    case "preferences":
      return { preferences: { colour: "blue" }, refusedSkus: ["SOAP"] };
    case "clear":
      return { note: "", birthday: "" };
  }
};

const sellTo = async (
  shop: TestShop,
  customerId: string | undefined,
  { lines, pointsShare, isWithCoupon, isPast, shown }: Of<"sale">,
): Promise<void> => {
  const basket = { lines, ...(customerId === undefined ? {} : { customerId }) };
  const coupons =
    customerId !== undefined && isWithCoupon
      ? (await shop.take("customer.profile", { customerId })).coupons.slice(0, 1)
      : [];
  const couponCodes = coupons.map(({ code }) => code);
  const { pointsUsable = 0 } = await shop.take("sale.quote", basket);
  const pointsToRedeem = Math.floor(pointsUsable * pointsShare);
  await allow(shop, "sale.commit", {
    ...basket,
    couponCodes,
    pointsToRedeem,
    payments: [{ method: "cash", amountMinor: 10_000_000 }],
    offered: {
      lookupId: shop.newId(),
      shown: shown.map((sku) => ({ sku, reasonKind: "habit" })),
      dismissedSkus: shown.slice(1),
    },
    ...(isPast ? { soldAtMs: shop.clock.nowMs - 2 * DAY_MS } : {}),
  });
};

const runCampaign = async (
  shop: TestShop,
  { offer, holdoutBps, trigger }: Of<"campaign">,
): Promise<void> => {
  const offers = {
    percent: { kind: "percent", rateBps: 1_500, scope: { skus: ["TEA", "RICE"] } },
    points: { kind: "points", multiplierBps: 20_000 },
    gift: { kind: "gift", sku: "SOAP" },
  };
  const fromDay = new Date(shop.clock.nowMs).toISOString().slice(0, 10);
  const toDay = new Date(shop.clock.nowMs + 60 * DAY_MS).toISOString().slice(0, 10);
  const segment = { all: [{ kind: "purchaseCount", min: 0 }] };
  await allow(shop, "segment.save", { name: `Khách ${offer}`, segment });
  const made = (await allow(shop, "campaign.create", {
    name: "Khách quen",
    segment,
    offer: offers[offer],
    fromDay,
    toDay,
    holdoutBps,
    ...(trigger === "list" ? {} : { trigger, budgetMinor: 500_000 }),
  })) as { campaignId: string } | undefined;
  if (!made) return;
  const { campaignId } = made;
  await allow(shop, "campaign.keepWords", { campaignId, message: "{givenName}: {code}" });
  await allow(shop, "campaign.issue", { campaignId });
};

const importOrders = async (
  shop: TestShop,
  told: Told,
  { orders }: Of<"orders">,
): Promise<readonly string[]> => {
  told.files += 1;
  const path = join(shop.dataDir, `orders-${told.files}.json`);
  writeFileSync(path, JSON.stringify({ orders: orders.map(orderJson) }));
  const done = (await allow(shop, "orders.importFile", { path })) as
    | { importId: string }
    | undefined;
  return done ? [done.importId] : [];
};
