import { allDay, type Errands, evening } from "./errand.ts";

export const seasonalErrands = {
  rain: {
    weight: 4,
    season: "rain",
    hours: [7, 8, 16, 17, 18],
    wants: [
      ["raincoat", 0.55, 2],
      ["insect-control", 0.5, 1],
    ],
  },
  writing: {
    weight: 2,
    season: "school",
    hours: [7, 8, 17, 18],
    wants: [
      ["notebook", 0.6, 2],
      ["pen", 0.5, 1],
    ],
  },
  offering: {
    weight: 5,
    season: "full-moon",
    hours: [7, 8, 9, 16, 17, 18],
    wants: [
      ["incense", 0.7, 1],
      ["votive-paper", 0.4, 1],
      ["fruit", 0.35, 1],
      ["biscuit", 0.1, 1],
    ],
  },
  "tet-table": {
    weight: 16,
    season: "tet",
    hours: allDay,
    wants: [
      ["candied-fruit", 0.5, 2],
      ["tet-seeds", 0.4, 2],
      ["chung-cake", 0.25, 2],
      ["tet-gift", 0.3, 2],
      ["beer", 0.12, 2],
      ["biscuit", 0.15, 1],
    ],
  },
  "moon-feast": {
    weight: 10,
    season: "mid-autumn",
    hours: evening,
    wants: [
      ["moon-cake", 0.9, 3],
      ["lantern", 0.25, 2],
    ],
  },
} as const satisfies Errands;
