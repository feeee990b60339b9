import {
  agree,
  type newCampaign,
  newCustomer,
  openWorld,
  sell,
  type World,
} from "../calls/world.ts";

const tea = { sku: "TEA", name: "Trà sen", priceMinor: 45_000 } as const;

/** A shop that knows what its tea costs, and people who agreed to everything. */
export const openVillage = async (
  count: number,
  cost: { readonly costMinor?: number } = { costMinor: 30_000 },
) => {
  const world = await openWorld({ isFast: true });
  await world.take("catalog.import", {
    products: [{ ...tea, ...cost }],
  });
  const people: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const id = await newCustomer(world, { name: `Khách ${at}` });
    await agree(world, id, "marketing", "print");
    await agree(world, id, "personalization", "counter");
    people.push(id);
  }
  return { world, people };
};

export const sellTo = (
  world: World,
  customerId: string,
  quantity: number,
  couponCodes: string[] = [],
) => sell(world, { customerId, lines: [{ sku: "TEA", quantity }], couponCodes });

export const tellCost = (world: World, costMinor: number | null) =>
  world.take("catalog.import", { products: [{ ...tea, costMinor }] });

/** Whoever has bought gets a fifth off within a week; three of ten are held out. */
export const weekPlan = {
  segment: { all: [{ kind: "purchaseCount", min: 1 }] },
  offer: { kind: "percent", rateBps: 2_000 },
  fromDay: "2026-11-23",
  toDay: "2026-11-29",
  holdoutBps: 3_000,
} satisfies Parameters<typeof newCampaign>[1];
