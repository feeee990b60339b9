import { errandWishes, type Favourite, fillBasket, type Wish } from "./basket.ts";
import { type Day, instantMs, midAutumnDays, tetDays, weekdayOf } from "./calendar.ts";
import { type ErrandName, errandNames, errandOf } from "./habits/errands.ts";
import { isShut, seasonFactor } from "./habits/seasons.ts";
import type { Person } from "./people/people.ts";
import type { DemoSale } from "./plan.ts";
import { pointsPurse } from "./pointsPurse.ts";
import type { Random } from "./random.ts";
import { dueWishes, type HabitState, nextDueDay, startHabits } from "./rhythm.ts";
import { settle } from "./settle.ts";
import type { ShelfRow } from "./shelf/group.ts";
import { groupOf, type Kind } from "./shelf/shelf.ts";

/** Everything that a person bought here, oldest first. */
export const purchasesOf = (
  random: Random,
  person: Person,
  customerIndex: number,
): readonly DemoSale[] => {
  const favourite = favouriteOf(random.fork("favourites"));
  const purse = pointsPurse();
  return visitsOf(random, person).map(({ day, wishes }) => {
    const items = fillBasket(random, wishes, { day, favourite });
    const wantsPoints = random.chance(0.09);
    const settled = settle(random, items, {
      transferShare: person.archetype.transferShare,
      paysCashOnly: wantsPoints,
    });
    const pointsToRedeem = wantsPoints ? purse.spendable(random, day, settled.totalMinor) : 0;
    purse.record({ day, totalMinor: settled.totalMinor, redeemed: pointsToRedeem });
    return {
      soldAtMs: momentOf(random, day, person.archetype.hours),
      customerIndex,
      ...settled,
      ...(pointsToRedeem > 0 ? { pointsToRedeem } : {}),
    };
  });
};

/** A moment of `day` within one of `hours`. */
export const momentOf = (random: Random, day: Day, hours: readonly number[]): number =>
  instantMs(day, random.pick(hours) * 60 + random.below(60), random.below(60));

/** An errand by how often each comes up, moved by the season; `weightOf` 0 leaves one out. */
export const pickErrand = (
  random: Random,
  day: Day,
  weightOf: (name: ErrandName) => number,
): ErrandName =>
  random.pickWeighted(
    errandNames,
    (name) => weightOf(name) * seasonFactor(errandOf(name).season, day),
  );

type Visit = { readonly day: Day; readonly wishes: readonly Wish[] };

const favouriteOf = (random: Random): Favourite => {
  const rowByKind = new Map<Kind, ShelfRow>();
  return (kind) => {
    const known = rowByKind.get(kind);
    if (known) return known;
    const { rows } = groupOf(kind);
    const row = random.fork(kind).pickWeighted(rows, ([, , , popularity]) => popularity);
    rowByKind.set(kind, row);
    return row;
  };
};

const visitsOf = (random: Random, person: Person): readonly Visit[] => {
  const plain = person.faith === "passing" ? passingVisits(random, person) : [];
  const habitual = person.faith === "passing" ? [] : habitualVisits(random, person);
  const festive = feastVisits(random, person);
  const visits = [...plain, ...habitual, ...festive];
  return visits.sort((left, right) => left.day - right.day);
};

const habitualVisits = (random: Random, person: Person): readonly Visit[] => {
  const habits = startHabits(random, person);
  const visits: Visit[] = [];
  let day = comingDay(random, person.isNew ? person.fromDay : nextDueDay(habits));
  while (day <= person.untilDay) {
    visits.push({ day, wishes: wishesOn(random, day, { person, habits }) });
    day = comingDay(random, Math.max(day + 4, nextDueDay(habits) + random.between(-1, 2)));
  }
  return visits;
};

const wishesOn = (
  random: Random,
  day: Day,
  { person, habits }: { readonly person: Person; readonly habits: HabitState[] },
): readonly Wish[] => {
  const due = dueWishes(random, habits, day);
  const hasErrand = due.length === 0 || random.chance(0.42);
  return hasErrand ? [...due, ...errandOn(random, day, person)] : due;
};

const errandOn = (random: Random, day: Day, { archetype }: Person): readonly Wish[] => {
  const own: Readonly<Partial<Record<ErrandName, number>>> = archetype.errands;
  const isUsual = random.chance(0.8);
  const weightOf = (name: ErrandName) => (isUsual ? (own[name] ?? 0) : errandOf(name).weight);
  return errandWishes(random, pickErrand(random, day, weightOf));
};

const passingVisits = (random: Random, person: Person): readonly Visit[] => {
  const visits: Visit[] = [];
  let day = comingDay(random, person.isNew ? person.fromDay : person.fromDay + gapDays(random));
  while (day <= person.untilDay) {
    visits.push({ day, wishes: errandOn(random, day, person) });
    day = comingDay(random, day + gapDays(random));
  }
  return visits;
};

const gapDays = (random: Random): number => Math.round(4 - 190 * Math.log(1 - random.next()));

/** Before Tết and Mid-Autumn many come once more than their habits would bring them. */
const feastVisits = (random: Random, person: Person): readonly Visit[] => {
  const isHere = ({ day }: Visit) => day >= person.fromDay && day <= person.untilDay;
  return feasts
    .filter(({ share }) => random.chance(share))
    .map(({ day, errand }) => ({
      day: day - random.between(1, 14),
      wishes: errandWishes(random, errand),
    }))
    .filter(isHere);
};

const feasts: readonly Feast[] = [
  ...tetDays.map((day) => ({ day, errand: "tet-table", share: 0.38 }) as const),
  ...midAutumnDays.map((day) => ({ day, errand: "moon-feast", share: 0.16 }) as const),
];

type Feast = { readonly day: Day; readonly errand: ErrandName; readonly share: number };

/** The day itself, or a weekend close by, or the first day that the shop is open again. */
const comingDay = (random: Random, day: Day): Day => {
  const leaned = random.chance(0.3) && [4, 5].includes(weekdayOf(day)) ? day + 2 : day;
  return isShut(leaned) ? comingDay(random, leaned + 1) : leaned;
};
