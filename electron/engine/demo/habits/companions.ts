import type { Kind } from "../shelf/shelf.ts";

/** What goes along with `kind` once it is in the basket: `[companion, share of such baskets]`. */
export const companionsOf = (kind: Kind): readonly Companion[] => companionsByKind[kind] ?? [];

export type Companion = readonly [kind: Kind, share: number];

const companionsByKind: Readonly<Partial<Record<Kind, readonly Companion[]>>> = {
  "ground-coffee": [
    ["condensed-milk", 0.34],
    ["phin", 0.07],
    ["coffee-gear", 0.04],
    ["sugar", 0.06],
  ],
  "bean-coffee": [["condensed-milk", 0.2]],
  phin: [
    ["ground-coffee", 0.5],
    ["condensed-milk", 0.35],
  ],
  "instant-coffee": [["biscuit", 0.1]],
  "loose-tea": [
    ["biscuit", 0.14],
    ["candy", 0.1],
  ],
  "instant-noodle": [
    ["egg", 0.3],
    ["sausage", 0.18],
    ["chilli-sauce", 0.08],
  ],
  "instant-pho": [["egg", 0.12]],
  rice: [
    ["fish-sauce", 0.14],
    ["cooking-oil", 0.1],
    ["egg", 0.1],
  ],
  "fish-sauce": [["aromatics", 0.14]],
  bread: [
    ["pate", 0.22],
    ["egg", 0.14],
    ["condensed-milk", 0.08],
  ],
  "rice-paper": [
    ["fish-sauce", 0.2],
    ["dry-noodle", 0.25],
  ],
  "dry-noodle": [["broth-mix", 0.28]],
  "broth-mix": [["aromatics", 0.15]],
  flour: [
    ["baking-need", 0.3],
    ["egg", 0.25],
  ],
  tofu: [["soy-sauce", 0.14]],
  egg: [["seasoning-powder", 0.04]],
  beer: [
    ["nuts", 0.3],
    ["jerky", 0.18],
    ["ice-cream", 0.06],
  ],
  nuts: [["beer", 0.1]],
  "soft-drink": [["snack", 0.22]],
  detergent: [["softener", 0.38]],
  "dish-soap": [["sponge", 0.28]],
  shampoo: [["conditioner", 0.35]],
  toothpaste: [["toothbrush", 0.24]],
  diaper: [["baby-wipe", 0.36]],
  formula: [["baby-food", 0.16]],
  fruit: [["salt", 0.06]],
  incense: [
    ["altar-candle", 0.22],
    ["votive-paper", 0.28],
  ],
  "chung-cake": [
    ["tet-pickle", 0.42],
    ["sausage", 0.2],
  ],
  "candied-fruit": [
    ["tet-seeds", 0.42],
    ["loose-tea", 0.14],
  ],
  "moon-cake": [["loose-tea", 0.24]],
  lantern: [["altar-candle", 0.1]],
  notebook: [["pen", 0.45]],
  "insect-control": [["lighter", 0.2]],
  "takeaway-ware": [["ground-coffee", 0.15]],
};
