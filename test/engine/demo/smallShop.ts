import { demoShop } from "../../../electron/engine/demo/demoShop.ts";

export const endDay = "2026-11-20";

/** The whole demo shop, made once for all the tests of a file. */
export const wholeShop = demoShop(7, endDay);

/** A tenth of it, for what is heavy to check on every sale. */
export const smallShop = demoShop(7, endDay, { customerCount: 200 });
