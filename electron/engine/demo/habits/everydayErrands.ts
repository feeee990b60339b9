import { allDay, type Errands, evening, morning } from "./errand.ts";

export const everydayErrands = {
  thirst: {
    weight: 16,
    season: "hot",
    hours: allDay,
    wants: [
      ["soft-drink", 0.5, 3],
      ["bottled-tea", 0.35, 2],
      ["energy-drink", 0.2, 2],
      ["water", 0.35, 2],
      ["juice", 0.12, 1],
      ["snack", 0.12, 2],
    ],
  },
  icy: {
    weight: 6,
    season: "hot",
    hours: [10, 11, 14, 15, 16, 19, 20],
    wants: [
      ["ice-cream", 1, 4],
      ["jelly", 0.15, 1],
    ],
  },
  noodles: {
    weight: 11,
    hours: [6, 7, 11, 12, 18, 20, 21],
    wants: [
      ["instant-noodle", 0.85, 2],
      ["instant-pho", 0.25, 4],
      ["soft-drink", 0.1, 1],
    ],
  },
  breakfast: {
    weight: 9,
    hours: morning,
    wants: [
      ["bread", 0.8, 2],
      ["fresh-milk", 0.25, 1],
      ["soy-milk", 0.12, 1],
      ["cheese-butter", 0.12, 1],
    ],
  },
  coffee: {
    weight: 7,
    hours: morning,
    wants: [
      ["ground-coffee", 0.6, 1],
      ["instant-coffee", 0.4, 1],
      ["coffee-gear", 0.05, 1],
    ],
  },
  tea: {
    weight: 4,
    hours: morning,
    wants: [
      ["loose-tea", 0.7, 1],
      ["herbal-tea", 0.25, 1],
      ["tea-bags", 0.2, 1],
    ],
  },
  cook: {
    weight: 15,
    hours: [8, 9, 10, 16, 17, 18],
    wants: [
      ["leafy-greens", 0.5, 1],
      ["vegetable", 0.4, 1],
      ["aromatics", 0.3, 1],
      ["tofu", 0.25, 3],
      ["egg", 0.3, 1],
      ["sausage", 0.12, 1],
      ["broth-mix", 0.12, 2],
      ["fish-sauce", 0.07, 1],
      ["seasoning-powder", 0.08, 1],
      ["cooking-sauce", 0.06, 1],
      ["shrimp-paste", 0.03, 1],
    ],
  },
  pantry: {
    weight: 7,
    hours: allDay,
    wants: [
      ["rice", 0.3, 1],
      ["loose-rice", 0.15, 1],
      ["sugar", 0.2, 1],
      ["salt", 0.2, 1],
      ["tinned-food", 0.25, 3],
      ["cooking-oil", 0.2, 1],
      ["beans", 0.15, 1],
      ["pepper", 0.08, 1],
    ],
  },
  baking: {
    weight: 2,
    hours: allDay,
    wants: [
      ["flour", 0.9, 2],
      ["coconut", 0.25, 1],
      ["sugar", 0.3, 1],
    ],
  },
  rolls: {
    weight: 4,
    hours: [9, 10, 16, 17],
    wants: [
      ["rice-paper", 0.8, 1],
      ["dry-noodle", 0.5, 1],
      ["leafy-greens", 0.3, 1],
    ],
  },
  hotpot: {
    weight: 3,
    hours: evening,
    wants: [
      ["broth-mix", 0.8, 2],
      ["frozen-food", 0.5, 2],
      ["leafy-greens", 0.4, 1],
      ["dry-noodle", 0.35, 1],
      ["instant-noodle", 0.25, 1],
    ],
  },
  treat: {
    weight: 10,
    hours: allDay,
    wants: [
      ["snack", 0.5, 3],
      ["candy", 0.25, 2],
      ["biscuit", 0.2, 1],
      ["soft-cake", 0.15, 1],
      ["chocolate", 0.12, 2],
      ["dried-fruit", 0.1, 1],
      ["yogurt", 0.12, 1],
    ],
  },
  fruit: {
    weight: 5,
    hours: allDay,
    wants: [
      ["fruit", 0.9, 1],
      ["salt", 0.1, 1],
      ["yogurt", 0.1, 1],
    ],
  },
  beers: {
    weight: 8,
    season: "hot",
    hours: evening,
    wants: [
      ["beer", 0.95, 8],
      ["spirit", 0.06, 1],
      ["sausage", 0.1, 1],
    ],
  },
  cleaning: {
    weight: 6,
    hours: allDay,
    wants: [
      ["detergent", 0.3, 1],
      ["dish-soap", 0.3, 1],
      ["floor-cleaner", 0.25, 1],
      ["rubbish-bag", 0.25, 1],
      ["sponge", 0.15, 1],
    ],
  },
  wash: {
    weight: 6,
    hours: evening,
    wants: [
      ["shampoo", 0.3, 1],
      ["body-wash", 0.25, 1],
      ["toothpaste", 0.3, 1],
      ["skincare", 0.2, 1],
      ["sanitary-pad", 0.12, 2],
      ["shaving", 0.08, 1],
    ],
  },
  baby: {
    weight: 3,
    hours: allDay,
    wants: [
      ["diaper", 0.35, 1],
      ["baby-wipe", 0.25, 1],
      ["baby-food", 0.35, 3],
      ["formula", 0.12, 1],
    ],
  },
  remedy: {
    weight: 3,
    hours: allDay,
    wants: [["remedy", 1, 2]],
  },
  private: {
    weight: 1,
    hours: [20, 21],
    wants: [["family-planning", 1, 1]],
  },
  household: {
    weight: 4,
    hours: allDay,
    wants: [
      ["battery", 0.3, 1],
      ["lighter", 0.3, 1],
      ["kitchenware", 0.25, 1],
      ["toilet-paper", 0.25, 1],
    ],
  },
  stall: {
    weight: 1,
    hours: morning,
    wants: [
      ["takeaway-ware", 0.9, 2],
      ["sugar", 0.3, 2],
      ["condensed-milk", 0.3, 2],
    ],
  },
  vegetarian: {
    weight: 2,
    hours: [8, 9, 16, 17],
    wants: [
      ["tofu", 0.7, 3],
      ["vegetarian-noodle", 0.4, 2],
      ["dried-mushroom", 0.3, 1],
      ["leafy-greens", 0.5, 1],
    ],
  },
} as const satisfies Errands;
