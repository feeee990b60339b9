import { topOf } from "../learning/topOf.ts";
import type { Bearings } from "./bearings.ts";
import { type Desk, type Tally, touch } from "./desk.ts";

/** How many of each origin are weighed against each other. */
const SAID = 80;
const NEAR = 40;
const OWN = 60;
const REMINDED = 20;
const KINDRED = 40;
const ALSO = 30;
const POPULAR = 20;

/** Chooses from each origin what is worth weighing; nothing that is in the basket. */
export const chooseCandidates = (desk: Desk, { popular }: Bearings): void => {
  choose(desk, desk.near, { keys: desk.said, count: SAID });
  choose(desk, desk.near, { keys: desk.cosine, count: NEAR });
  choose(desk, desk.own, { keys: desk.fresh, count: OWN });
  choose(desk, desk.own, { keys: desk.reminds, count: REMINDED });
  choose(desk, desk.kin, { keys: desk.kindred, count: KINDRED });
  choose(desk, desk.kin, { keys: desk.also, count: ALSO });
  let taken = 0;
  for (const item of popular) {
    if (taken === POPULAR) break;
    if (desk.inBasket[item]) continue;
    touch(desk.chosen, item);
    taken += 1;
  }
};

type Choice = { readonly keys: Float32Array; readonly count: number };

const choose = (desk: Desk, from: Tally, { keys, count }: Choice): void => {
  const found = topOf(from.ids, from.length, { keys, count: count + 20 });
  let taken = 0;
  for (let at = 0; at < found && taken < count; at += 1) {
    const item = from.ids[at] ?? 0;
    if (desk.inBasket[item]) continue;
    touch(desk.chosen, item);
    taken += 1;
  }
};
