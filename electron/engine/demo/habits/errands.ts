import type { Errand } from "./errand.ts";
import { everydayErrands } from "./everydayErrands.ts";
import { seasonalErrands } from "./seasonalErrands.ts";

const errandByName = { ...everydayErrands, ...seasonalErrands };

export type ErrandName = keyof typeof errandByName;

export const errandOf = (name: ErrandName): Errand => errandByName[name];

export const errandNames = Object.keys(errandByName) as readonly ErrandName[];
