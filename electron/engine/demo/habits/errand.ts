import type { Kind } from "../shelf/shelf.ts";
import type { Season } from "./seasons.ts";

/** Why someone steps in without a plan, and what that puts into the basket. */
export type Errand = {
  /** How often a passer-by comes for it, against the others. */
  readonly weight: number;
  readonly season?: Season;
  readonly hours: readonly number[];
  readonly wants: readonly Want[];
};

/** `[kind, share of such errands that take it, most units taken]`. */
export type Want = readonly [kind: Kind, share: number, mostUnits: number];

export type Errands = Readonly<Record<string, Errand>>;

export const allDay = [7, 8, 9, 10, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21];
export const evening = [17, 18, 19, 20, 21];
export const morning = [6, 7, 8, 9];
