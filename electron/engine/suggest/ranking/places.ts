import { topOf } from "../learning/topOf.ts";
import type { Signals } from "./signals.ts";

/** Silent candidates share one place behind all that speak. */
const SILENT_PLACE = 200;

/** Tells each candidate how far in front it stands, by each of the signals that order them. */
export const givePlaces = (seen: readonly Signals[]): void => {
  const said = placesBy(seen, ({ said }) => said);
  const cosine = placesBy(seen, ({ cosine }) => cosine);
  const fresh = placesBy(seen, ({ fresh }) => fresh);
  seen.forEach((signals, row) => {
    signals.saidPlace = said[row] ?? 0;
    signals.cosinePlace = cosine[row] ?? 0;
    signals.freshPlace = fresh[row] ?? 0;
  });
};

const placesBy = (seen: readonly Signals[], value: (signals: Signals) => number): Float32Array => {
  const keys = new Float32Array(seen.length);
  const speaking = new Int32Array(seen.length);
  let count = 0;
  seen.forEach((signals, row) => {
    const key = value(signals);
    if (!(key > 0)) return;
    keys[row] = key;
    speaking[count] = row;
    count += 1;
  });
  topOf(speaking, count, { keys, count });
  const places = new Float32Array(seen.length).fill(-Math.log1p(SILENT_PLACE));
  for (let place = 0; place < count; place += 1) {
    places[speaking[place] ?? 0] = -Math.log1p(place);
  }
  return places;
};
