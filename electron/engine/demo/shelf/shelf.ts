import { bodyCare } from "./bodyCare.ts";
import { coffeeAndTea } from "./coffeeAndTea.ts";
import { dairyAndFresh } from "./dairyAndFresh.ts";
import { drinks } from "./drinks.ts";
import { festive } from "./festive.ts";
import type { ShelfGroup } from "./group.ts";
import { homeCare } from "./homeCare.ts";
import { seasoning } from "./seasoning.ts";
import { staples } from "./staples.ts";
import { sweets } from "./sweets.ts";

const groupByKind = {
  ...coffeeAndTea,
  ...dairyAndFresh,
  ...staples,
  ...seasoning,
  ...drinks,
  ...sweets,
  ...festive,
  ...homeCare,
  ...bodyCare,
};

/** A need that several products answer, such as "ground-coffee". */
export type Kind = keyof typeof groupByKind;

export const groupOf = (kind: Kind): ShelfGroup => groupByKind[kind];

export const kinds = Object.keys(groupByKind) as readonly Kind[];
