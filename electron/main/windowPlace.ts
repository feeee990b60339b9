import { readFileSync, writeFileSync } from "node:fs";
import { z } from "zod";

const Place = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
});
/** Where the window stood when it was last closed. */
export type Place = z.output<typeof Place>;
export type Area = Pick<Place, "x" | "y" | "width" | "height">;

/** The remembered place, unless no screen shows enough of it any more to take hold of it. */
export const rememberedPlace = (path: string, screens: readonly Area[]): Place | undefined => {
  const place = readPlace(path);
  return place && screens.some((screen) => isReachable(place, screen)) ? place : undefined;
};

export const rememberPlace = (path: string, place: Place): void => {
  try {
    writeFileSync(path, JSON.stringify(place));
  } catch {
    // A full disk costs no more than the place: the shop is still to be closed in good order.
  }
};

const readPlace = (path: string): Place | undefined => {
  try {
    return Place.safeParse(JSON.parse(readFileSync(path, "utf8"))).data;
  } catch {
    // Absent at the first start; a torn file costs no more than the place.
    return undefined;
  }
};

const HANDHOLD = 64;

const isReachable = (place: Area, screen: Area): boolean =>
  overlap(place.x, place.width, screen.x, screen.width) >= HANDHOLD &&
  place.y >= screen.y &&
  place.y <= screen.y + screen.height - HANDHOLD;

const overlap = (start: number, length: number, otherStart: number, otherLength: number): number =>
  Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart);
