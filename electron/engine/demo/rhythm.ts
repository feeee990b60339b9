import type { Wish } from "./basket.ts";
import type { Day } from "./calendar.ts";
import type { HabitPattern } from "./habits/archetypes.ts";
import type { Person } from "./people/people.ts";
import type { Random } from "./random.ts";

/** Something bought again and again, and when it will next be used up. */
export type HabitState = {
  readonly wish: Wish;
  readonly everyDays: number;
  dueDay: Day;
};

/** The habits that this person has here; at least one. Who buys a part elsewhere has slower ones. */
export const startHabits = (
  random: Random,
  { archetype, faith, fromDay }: Person,
): HabitState[] => {
  const isRegular = faith === "regular";
  const kept = archetype.habits.filter(([, , share]) => random.chance(share));
  const some = kept.length > 0 ? kept : archetype.habits.slice(0, 1);
  return some.slice(0, isRegular ? 5 : 2).map((pattern) => {
    const slowdown = isRegular ? random.around(1.05, 0.1) : random.around(2.8, 0.7);
    return startHabit(random, pattern, { slowdown, fromDay });
  });
};

const startHabit = (
  random: Random,
  [kind, everyDays, , units]: HabitPattern,
  { slowdown, fromDay }: { readonly slowdown: number; readonly fromDay: Day },
): HabitState => {
  const ownDays = Math.max(7, Math.round(everyDays * slowdown));
  return { wish: { kind, units }, everyDays: ownDays, dueDay: fromDay + random.below(ownDays) };
};

/** When the first of them is used up. */
export const nextDueDay = (habits: readonly HabitState[]): Day =>
  Math.min(...habits.map(({ dueDay }) => dueDay));

/**
 * What is bought on `day` because it is used up, or soon will be; a few are forgotten or bought
 * elsewhere. Each one's next day is moved on.
 */
export const dueWishes = (random: Random, habits: HabitState[], day: Day): readonly Wish[] => {
  const ripe = habits.filter(({ dueDay, everyDays }) => dueDay <= day + everyDays * 0.3);
  return ripe.flatMap((habit) => {
    const isBought = random.chance(0.9);
    const daysAhead = isBought ? random.around(habit.everyDays, habit.everyDays * 0.15) : 5;
    habit.dueDay = day + Math.max(3, Math.round(daysAhead));
    return isBought ? [habit.wish] : [];
  });
};
