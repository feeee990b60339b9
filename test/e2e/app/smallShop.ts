import { type Ask, asking, type HowToOpen, openQuen, type Quen } from "./openQuen.ts";
import { inThePast } from "./pastShop.ts";

export const owner = { name: "Mi", pin: "2468" } as const;

const timezone = "Asia/Ho_Chi_Minh";

/** Goods of the small shop; prices in đồng, with tax. */
export const goods = {
  coffee: { sku: "CF500", name: "Cà phê rang xay 500 g", barcode: "8938507849017" },
  milk: { sku: "SD380", name: "Sữa đặc có đường 380 g", barcode: "8934673573023" },
  noodles: { sku: "MI75", name: "Mì gói tôm chua cay 75 g", barcode: "8934563138165" },
  oil: { sku: "DA1L", name: "Dầu ăn 1 lít", barcode: "8934988010015" },
  cashews: { sku: "HD", name: "Hạt điều rang muối, cân" },
} as const;

const shelf = [
  { ...goods.coffee, category: "Cà phê & trà", priceMinor: 86_000, stockQuantity: 40 },
  { ...goods.milk, category: "Sữa", priceMinor: 27_500, stockQuantity: 60 },
  { ...goods.noodles, category: "Mì & bún", priceMinor: 4_500, stockQuantity: 200 },
  { ...goods.oil, category: "Gia vị", priceMinor: 52_000, stockQuantity: 24 },
  { ...goods.cashews, category: "Hạt", priceMinor: 320_000, soldBy: "weight" },
];

/** The regular whom the stories look up: she agreed to everything, and bought coffee once. */
export const hang = { name: "Trần Thị Bích Hằng", phone: "0903 124 573", points: 172 } as const;
export const an = { name: "Nguyễn Văn An", phone: "0912 345 678" } as const;

type Regulars = { readonly hangId: string; readonly anId: string };
export type SmallShop = Quen & Regulars;

/** The real app on a shop with five goods and two regulars, at its sign-in screen. */
export const openSmallShop = async (how: HowToOpen = {}): Promise<SmallShop> => {
  const quen = await openQuen(how);
  const ask = asking(quen);
  const regulars = await stockShop(ask);
  await ask("session.logout");
  await quen.page.reload();
  return { ...quen, ...regulars };
};

/** The same shop, made `atMs`, with a coupon of Hằng's that has long run out by now. */
export const makePastShop = (dataDir: string, atMs: number): Promise<Regulars & PastCoupon> =>
  inThePast({ dataDir, atMs }, async (ask) => {
    const regulars = await stockShop(ask);
    const day = new Intl.DateTimeFormat("en-CA", { timeZone: timezone }).format(atMs);
    const codes = await issueCoupons(ask, { fromDay: day, toDay: day });
    return { ...regulars, expired: codeOf(codes, regulars.hangId) };
  });

type PastCoupon = { readonly expired: string };

const stockShop = async (ask: Ask): Promise<Regulars> => {
  await ask("shop.setup", {
    name: "Tạp hoá Mi",
    currency: "VND",
    timezone,
    locale: "vi",
    ownerName: owner.name,
    ownerPin: owner.pin,
    cashRoundingMinor: 500,
    phone: "028 3812 4573",
  });
  await ask("catalog.import", { products: shelf });
  const hangId = await addRegular(ask, hang);
  const anId = await addRegular(ask, an);
  await ask("sale.commit", {
    customerId: hangId,
    lines: [{ sku: goods.coffee.sku, quantity: 20 }],
    payments: [{ method: "cash", amountMinor: 1_720_000 }],
  });
  return { hangId, anId };
};

type Person = { readonly name: string; readonly phone: string };

/** One more who agreed to everything that the shop asks for. */
export const addRegular = async (ask: Ask, { name, phone }: Person): Promise<string> => {
  const { customerId } = await ask("customer.create", { name, phones: [phone] });
  for (const [purpose, channel] of consents) {
    const consent = { purpose, channel, state: "granted", wording: "Đồng ý", source: "test" };
    await ask("consent.record", { customerId, ...consent });
  }
  return String(customerId);
};

const consents = [
  ["personalization", "counter"],
  ["marketing", "print"],
] as const;

export type Terms = {
  readonly name?: string;
  readonly offer?: Readonly<Record<string, unknown>>;
  readonly fromDay?: string;
  readonly toDay?: string;
};

/** Gives every regular a coupon of their own; answers the codes by customer. */
export const issueCoupons = async (
  ask: Ask,
  { name = "Bớt 20.000", offer = twentyOff, fromDay = "2020-01-01", toDay = "2099-12-31" }: Terms,
): Promise<ReadonlyMap<string, string>> => {
  const terms = { name, segment: {}, offer, fromDay, toDay, holdoutBps: 0 };
  const { campaignId } = await ask("campaign.create", terms);
  await ask("campaign.issue", { campaignId });
  const { coupons } = await ask("campaign.list", { campaignId, format: "json" });
  if (!Array.isArray(coupons)) throw new Error("no coupons were listed");
  return new Map(coupons.map(({ customerId, code }) => [String(customerId), String(code)]));
};

const twentyOff = { kind: "amount", amountMinor: 20_000, minimumSpendMinor: 100_000 };

export const codeOf = (codes: ReadonlyMap<string, string>, customerId: string): string => {
  const code = codes.get(customerId);
  if (code === undefined) throw new Error("no coupon was issued to this customer");
  return code;
};
