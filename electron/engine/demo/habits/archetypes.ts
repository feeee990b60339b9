import type { Kind } from "../shelf/shelf.ts";
import type { ErrandName } from "./errands.ts";

/** A way of life that decides what is bought again and again. */
export type Archetype = {
  readonly name: string;
  readonly share: number;
  readonly habits: readonly HabitPattern[];
  /** The errands of the unplanned part of a visit, and how often each comes up. */
  readonly errands: Readonly<Partial<Record<ErrandName, number>>>;
  readonly tags: readonly string[];
  /** The hours at which they like to come. */
  readonly hours: readonly number[];
  readonly transferShare: number;
};

/** `[kind, usual days between purchases, share of such people with the habit, quantity]`. */
export type HabitPattern = readonly [
  kind: Kind,
  everyDays: number,
  share: number,
  quantity: number,
];

export const archetypes: readonly Archetype[] = [
  {
    name: "family",
    share: 0.36,
    habits: [
      ["rice", 28, 0.75, 1],
      ["egg", 10, 0.6, 1],
      ["fish-sauce", 42, 0.55, 1],
      ["cooking-oil", 32, 0.5, 1],
      ["fresh-milk", 12, 0.4, 2],
      ["ground-coffee", 16, 0.25, 1],
      ["condensed-milk", 21, 0.2, 1],
      ["detergent", 45, 0.4, 1],
      ["dish-soap", 40, 0.35, 1],
      ["toilet-paper", 24, 0.4, 1],
      ["seasoning-powder", 36, 0.35, 1],
      ["shampoo", 56, 0.25, 1],
      ["toothpaste", 50, 0.25, 1],
    ],
    errands: {
      cook: 6,
      noodles: 3,
      cleaning: 3,
      wash: 2,
      treat: 2,
      fruit: 2,
      hotpot: 1,
      pantry: 2,
    },
    tags: ["gia đình", "khách quen"],
    hours: [7, 8, 17, 18, 19],
    transferShare: 0.3,
  },
  {
    name: "coffee-lover",
    share: 0.14,
    habits: [
      ["ground-coffee", 14, 1, 1],
      ["condensed-milk", 14, 0.75, 1],
      ["bread", 9, 0.3, 1],
      ["sugar", 40, 0.3, 1],
      ["bean-coffee", 30, 0.15, 1],
    ],
    errands: { coffee: 3, noodles: 2, thirst: 2, treat: 1, cook: 1, breakfast: 2 },
    tags: ["mê cà phê"],
    hours: [6, 7, 8, 9],
    transferShare: 0.4,
  },
  {
    name: "student",
    share: 0.14,
    habits: [
      ["instant-noodle", 8, 0.9, 1],
      ["egg", 11, 0.5, 1],
      ["energy-drink", 7, 0.3, 1],
      ["instant-coffee", 20, 0.35, 1],
      ["snack", 8, 0.4, 2],
    ],
    errands: { noodles: 5, thirst: 5, treat: 4, writing: 1, wash: 1, icy: 2 },
    tags: ["sinh viên"],
    hours: [11, 12, 20, 21],
    transferShare: 0.75,
  },
  {
    name: "young-mother",
    share: 0.11,
    habits: [
      ["diaper", 14, 0.9, 1],
      ["baby-wipe", 14, 0.7, 1],
      ["formula", 21, 0.5, 1],
      ["baby-food", 12, 0.4, 2],
      ["yogurt", 10, 0.4, 1],
      ["baby-care", 45, 0.35, 1],
    ],
    errands: { baby: 5, cook: 4, fruit: 3, cleaning: 2, treat: 1, wash: 1 },
    tags: ["mẹ bỉm sữa"],
    hours: [9, 10, 15, 16],
    transferShare: 0.6,
  },
  {
    name: "elder",
    share: 0.1,
    habits: [
      ["loose-tea", 24, 0.8, 1],
      ["incense", 15, 0.6, 1],
      ["biscuit", 20, 0.4, 1],
      ["elder-milk", 30, 0.35, 1],
      ["rice", 32, 0.3, 1],
    ],
    errands: { tea: 3, offering: 4, cook: 4, remedy: 1, breakfast: 2, fruit: 2 },
    tags: ["cô bác trong hẻm"],
    hours: [6, 7, 8, 16],
    transferShare: 0.05,
  },
  {
    name: "office",
    share: 0.06,
    habits: [
      ["water", 9, 0.6, 1],
      ["instant-coffee", 14, 0.7, 2],
      ["toilet-paper", 20, 0.4, 2],
      ["tea-bags", 21, 0.4, 1],
    ],
    errands: { thirst: 4, treat: 4, writing: 4, breakfast: 2 },
    tags: ["văn phòng", "xuất hóa đơn"],
    hours: [8, 9, 13, 14],
    transferShare: 0.85,
  },
  {
    name: "host",
    share: 0.06,
    habits: [
      ["beer", 8, 0.9, 6],
      ["nuts", 8, 0.6, 1],
      ["jerky", 14, 0.3, 1],
    ],
    errands: { beers: 6, thirst: 2, hotpot: 2, cook: 1 },
    tags: ["hay nhậu"],
    hours: [17, 18, 19, 20],
    transferShare: 0.4,
  },
  {
    name: "vegetarian",
    share: 0.02,
    habits: [
      ["tofu", 7, 0.9, 3],
      ["soy-milk", 10, 0.6, 1],
      ["soy-sauce", 30, 0.6, 1],
      ["vegetarian-noodle", 14, 0.6, 1],
      ["dried-mushroom", 28, 0.4, 1],
    ],
    errands: { vegetarian: 6, fruit: 3, offering: 2 },
    tags: ["ăn chay"],
    hours: [7, 8, 9, 17],
    transferShare: 0.35,
  },
  {
    name: "small-cafe",
    share: 0.01,
    habits: [
      ["ground-coffee", 7, 1, 4],
      ["condensed-milk", 7, 1, 6],
      ["takeaway-ware", 10, 0.9, 3],
      ["sugar", 12, 0.6, 3],
      ["tea-bags", 14, 0.5, 2],
    ],
    errands: { coffee: 4, thirst: 2, icy: 2 },
    tags: ["quán cà phê", "mua sỉ"],
    hours: [6, 7, 14],
    transferShare: 0.7,
  },
];
