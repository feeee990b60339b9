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
  const keys = Float32Array.from(seen, value);
  const speaking = Int32Array.from(keys.keys()).filter((row) => (keys[row] ?? 0) > 0);
  topOf(speaking, speaking.length, { keys, count: speaking.length });
  const places = new Float32Array(seen.length).fill(-Math.log1p(SILENT_PLACE));
  speaking.forEach((row, place) => {
    places[row] = -Math.log1p(place);
  });
  return places;
};
