import type { Day } from "./calendar.ts";
import { companionsOf } from "./habits/companions.ts";
import { type ErrandName, errandOf } from "./habits/errands.ts";
import { seasonFactor } from "./habits/seasons.ts";
import type { Random } from "./random.ts";
import type { ShelfRow } from "./shelf/group.ts";
import { groupOf, type Kind } from "./shelf/shelf.ts";

/** Something to take from the shelf, by need; weighed goods ignore `units`. */
export type Wish = { readonly kind: Kind; readonly units: number };

/** Goods in the basket: `quantityMilli` thousandths of a piece or of a kilogram. */
export type BasketItem = {
  readonly row: ShelfRow;
  readonly isWeighed: boolean;
  readonly quantityMilli: number;
};

/** The brand that someone takes where they have no reason to take another. */
export type Favourite = (kind: Kind) => ShelfRow;

/** The wishes, and what goes along with them; nothing that is out of season on `day`. */
export const fillBasket = (
  random: Random,
  wishes: readonly Wish[],
  { day, favourite }: { readonly day: Day; readonly favourite?: Favourite | undefined },
): readonly BasketItem[] => {
  const itemBySku = new Map<string, BasketItem>();
  for (const { kind, units } of [...wishes, ...companions(random, wishes)]) {
    if (!isInSeason(kind, day)) continue;
    const row = chooseRow(random, kind, favourite);
    if (itemBySku.has(row[0])) continue;
    itemBySku.set(row[0], basketItem(random, { kind, row, units }));
  }
  return [...itemBySku.values()];
};

/** What an errand of that name puts on the list today; never nothing. */
export const errandWishes = (random: Random, name: ErrandName): readonly Wish[] => {
  const { wants } = errandOf(name);
  const chosen = wants.filter(([, share]) => random.chance(share));
  const wanted = chosen.length > 0 ? chosen : wants.slice(0, 1);
  return wanted.map(([kind, , mostUnits]) => ({ kind, units: fewerRather(random, mostUnits) }));
};

const isInSeason = (kind: Kind, day: Day): boolean => seasonFactor(groupOf(kind).season, day) > 0;

const companions = (random: Random, wishes: readonly Wish[]): readonly Wish[] =>
  wishes
    .flatMap(({ kind }) => companionsOf(kind))
    .filter(([, share]) => random.chance(share))
    .map(([kind]) => ({ kind, units: 1 }));

const fewerRather = (random: Random, most: number): number =>
  1 + Math.floor(most * random.next() * random.next());

const chooseRow = (random: Random, kind: Kind, favourite: Favourite | undefined): ShelfRow =>
  favourite && random.chance(0.78)
    ? favourite(kind)
    : random.pickWeighted(groupOf(kind).rows, ([, , , popularity]) => popularity);

type Choice = Wish & { readonly row: ShelfRow };

const basketItem = (random: Random, { kind, row, units }: Choice): BasketItem => {
  const isWeighed = groupOf(kind).isWeighed ?? false;
  const quantityMilli = isWeighed ? weighedMilli(random, kind, row) : units * 1_000;
  return { row, isWeighed, quantityMilli };
};

/** In steps of 50 g, so that a line comes out in whole đồng; dear goods by the handful. */
const weighedMilli = (random: Random, kind: Kind, [, , priceMinor]: ShelfRow): number => {
  if (kind === "loose-rice") return random.between(20, 100) * 50;
  if (kind === "bean-coffee") return random.between(4, 20) * 50;
  return priceMinor >= 50_000 ? random.between(2, 10) * 50 : random.between(6, 36) * 50;
};
