import type { Bearings } from "./bearings.ts";
import { chooseCandidates } from "./candidates.ts";
import { type Desk, layOut, wipe } from "./desk.ts";
import type { Feature } from "./features.ts";
import { readSignals } from "./readSignals.ts";
import type { Situation } from "./situation.ts";

/** The candidates of one situation with their features, row by row. */
export type FeatureTable = {
  readonly items: Int32Array;
  /** Row `r` is `values[r * featureCount]` and on; overwritten by the desk's next question. */
  readonly values: Float32Array;
};

/** Works one situation out on `desk`, which is wiped again. */
export const featureTable = (
  desk: Desk,
  bearings: Bearings,
  asked: { readonly situation: Situation; readonly features: readonly Feature[] },
): FeatureTable => {
  const { situation, features } = asked;
  layOut(desk, bearings, situation);
  chooseCandidates(desk, bearings);
  const { seen, setting } = readSignals(desk, bearings, situation);
  const values = room(desk, seen.length * features.length);
  let place = 0;
  for (const signals of seen) {
    for (const feature of features) {
      values[place] = feature.value(signals, setting);
      place += 1;
    }
  }
  const items = desk.chosen.ids.slice(0, desk.chosen.length);
  wipe(desk, situation);
  return { items, values };
};

const room = (desk: Desk, length: number): Float32Array => {
  if (desk.values.length < length) desk.values = new Float32Array(length * 2);
  return desk.values.subarray(0, length);
};
