import type { Steps } from "../../../../shared/kernel/steps.ts";
import type { ReadDb } from "../../db/connection.ts";
import { findProduct } from "../../repositories/products.ts";
import { inItemSteps } from "../itemSteps.ts";
import type { NamedItem } from "../ranking/goods.ts";
import { loadModel } from "../tables/loadModel.ts";
import { openModel, type SuggestModel } from "./model.ts";

/**
 * What was learned last, read and laid out to serve; undefined before the first time. A step is some
 * milliseconds: on the engine's thread the till has its turn between two.
 */
export function* learnedModel(db: ReadDb): Steps<SuggestModel | undefined> {
  const learned = yield* loadModel(db);
  if (!learned) return undefined;
  const goods: NamedItem[] = [];
  yield* inItemSteps(learned.skus.length, (item) => {
    goods.push(findProduct(db, learned.skus[item] ?? "") ?? unknown);
  });
  return yield* openModel(learned, goods);
}

const unknown: NamedItem = { name: "", priceMinor: 0 };
