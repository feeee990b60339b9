import type { ArmStats } from "../../../shared/domain/lift/armStats.ts";
import type { Chance } from "./chance.ts";
import { add, habit, purchase, sumsOf, tally, type Village } from "./village.ts";

export type Drawn = { readonly issued: number; readonly heldOut: number };
export type Page = { readonly issued: ArmStats; readonly heldOut: ArmStats };

/**
 * Both groups as they stand at the end of each of `days` days, in a village where the coupons
 * change nothing: regulars are regulars on each day, which is what fools who looks every evening.
 */
export const diary = (fate: Chance, of: Village, { issued, heldOut }: Drawn, days: number) => {
  const groups = [
    group(fate, of, { customers: issued, days }),
    group(fate, of, { customers: heldOut, days }),
  ];
  return Array.from({ length: days }, (_, day): Page => {
    const [one, two] = groups.map((each) => each.on(day));
    if (!one || !two) throw new Error("two groups");
    return { issued: one, heldOut: two };
  });
};

const group = (
  fate: Chance,
  of: Village,
  { customers, days }: { customers: number; days: number },
) => {
  const visitsByDay = Array.from({ length: days }, (): number[] => []);
  const before = new Float64Array(customers);
  for (let customer = 0; customer < customers; customer += 1) {
    const usual = habit(fate, of);
    for (let left = fate.count(usual); left > 0; left -= 1) {
      visitsByDay[Math.floor(fate.even() * days)]?.push(customer);
    }
    for (let left = fate.count(usual); left > 0; left -= 1) {
      before[customer] = (before[customer] ?? 0) + purchase(fate, of);
    }
  }
  const spend = tally();
  const visits = tally();
  for (const each of before) add(spend, 0, each);
  const spent = new Float64Array(customers);
  const visited = new Float64Array(customers);
  let buyers = 0;
  const on = (day: number): ArmStats => {
    for (const customer of visitsByDay[day] ?? []) {
      const [had, came] = [spent[customer] ?? 0, visited[customer] ?? 0];
      const paid = purchase(fate, of);
      if (came === 0) buyers += 1;
      spent[customer] = had + paid;
      visited[customer] = came + 1;
      spend.sum += paid;
      spend.squares += (had + paid) ** 2 - had ** 2;
      spend.products += paid * (before[customer] ?? 0);
      visits.sum += 1;
      visits.squares += 2 * came + 1;
    }
    return { customers, buyers, spendMinor: sumsOf(spend, true), visits: sumsOf(visits) };
  };
  return { on };
};
