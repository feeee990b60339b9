import { join } from "node:path";
import type {
  CustomerPast,
  PastCampaign,
  PastLine,
  PastRedemption,
  Shelf,
} from "../../../electron/engine/suggest/targeting/past.ts";
import { minorOf } from "../suggest/fillShop.ts";
import { readCsv } from "../suggest/readCsv.ts";

/** A grocery chain's households: what they bought, what they were sent, what they used. */
export type CouponShop = {
  readonly campaigns: readonly NamedCampaign[];
  readonly households: ReadonlyMap<string, CustomerPast>;
  readonly shelf: Shelf;
  readonly productCount: number;
  /** All lines, oldest first. */
  readonly lines: readonly PastLine[];
};

export type NamedCampaign = PastCampaign & {
  readonly name: string;
  readonly households: readonly string[];
};

export const readCouponShop = async (folder: string): Promise<CouponShop> => {
  const file = (name: string) => join(folder, `completejourney_${name}.csv.gz`);
  const goods = newGoods();
  for await (const row of readCsv(file("items"))) {
    goods.describe(plain(row.item_id), row.product_category ?? "", row.product_type ?? "");
  }
  const people = newPeople();
  const baskets = new Map<string, number>();
  for await (const row of readCsv(file("transactions_sample"))) {
    const basketId = plain(row.basket_id);
    const basket = baskets.get(basketId) ?? baskets.size;
    baskets.set(basketId, basket);
    people.of(plain(row.customer_id)).lines.push({
      day: dayOf(row.timestamp),
      basket,
      product: goods.numberOf(plain(row.item_id)),
      paidMinor: minorOf(row.amount ?? "0"),
      byCoupon: Number(row.coupon_disc) > 0,
      isReduced: Number(row.retail_disc) > 0,
    });
  }
  const campaigns = await readCampaigns(file, goods, people);
  const lines = [...people.all.values()].flatMap((one) => one.lines);
  lines.sort((left, right) => left.day - right.day);
  return {
    campaigns,
    households: people.all,
    shelf: goods.shelf(),
    productCount: goods.count(),
    lines,
  };
};

const readCampaigns = async (
  file: (name: string) => string,
  goods: ReturnType<typeof newGoods>,
  people: ReturnType<typeof newPeople>,
): Promise<readonly NamedCampaign[]> => {
  const offers = new Map<string, Map<string, Set<number>>>();
  for await (const row of readCsv(file("coupons"))) {
    const own = getOrMake(offers, plain(row.campaign_id), () => new Map<string, Set<number>>());
    const products = getOrMake(own, plain(row.coupon_upc), () => new Set<number>());
    products.add(goods.numberOf(plain(row.product_id)));
  }
  const sent = new Map<string, Set<string>>();
  for await (const row of readCsv(file("campaigns"))) {
    const own = getOrMake(sent, plain(row.campaign_id), () => new Set<string>());
    own.add(plain(row.household_id));
  }
  const campaigns: NamedCampaign[] = [];
  for await (const row of readCsv(file("campaign_descriptions"))) {
    const name = plain(row.campaign_id);
    const households = [...(sent.get(name) ?? [])].sort();
    for (const id of households) people.of(id).received.push(campaigns.length);
    campaigns.push({
      name,
      kind: row.campaign_type ?? "",
      startDay: dayOf(row.start_date),
      endDay: dayOf(row.end_date),
      offers: [...(offers.get(name) ?? [])]
        .map(([offer, products]) => ({ offer, products }))
        .sort((left, right) => (left.offer < right.offer ? -1 : 1)),
      households,
    });
  }
  const placeByName = new Map(campaigns.map(({ name }, place) => [name, place]));
  for await (const row of readCsv(file("coupon_redemptions"))) {
    people.of(plain(row.household_id)).redemptions.push({
      day: dayOf(row.redemption_date),
      campaign: placeByName.get(plain(row.campaign_id)) ?? -1,
      offer: plain(row.coupon_upc),
    });
  }
  return campaigns;
};

const newPeople = () => {
  const all = new Map<string, Household>();
  const of = (customerId: string): Household =>
    getOrMake(all, customerId, () => ({
      ...{ customerId, lines: [], received: [], heldOut: [], redemptions: [] },
    }));
  return { all, of };
};

type Household = CustomerPast & {
  readonly lines: PastLine[];
  readonly received: number[];
  readonly redemptions: PastRedemption[];
};

const newGoods = () => {
  const numberById = new Map<string, number>();
  const [categories, fines] = [numbering(), numbering()];
  const [category, fine]: [number[], number[]] = [[], []];
  const numberOf = (id: string): number => getOrMake(numberById, id, () => numberById.size);
  return {
    numberOf,
    describe: (id: string, categoryName: string, fineName: string): void => {
      const product = numberOf(id);
      category[product] = categories.of(categoryName);
      fine[product] = fines.of(fineName);
    },
    count: () => numberById.size,
    shelf: (): Shelf => ({
      category: Int32Array.from({ length: numberById.size }, (_, at) => category[at] ?? -1),
      categoryCount: categories.count(),
      fineCategory: Int32Array.from({ length: numberById.size }, (_, at) => fine[at] ?? -1),
      fineCount: fines.count(),
    }),
  };
};

/** Names by number; what has no name is -1. */
const numbering = () => {
  const numbers = new Map<string, number>();
  return {
    of: (name: string) => (name === "" ? -1 : getOrMake(numbers, name, () => numbers.size)),
    count: () => numbers.size,
  };
};

const getOrMake = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
};

/** Some of the files write whole numbers as 25671.0. */
const plain = (text: string | undefined): string => (text ?? "").replace(/\.0$/, "");

const dayOf = (text: string | undefined): number =>
  Math.floor(Date.parse(`${(text ?? "").slice(0, 10)}T00:00:00Z`) / 86_400_000);
