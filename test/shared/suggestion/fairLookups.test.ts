import fc from "fast-check";
import { expect, test } from "vitest";
import { type DrawnLookup, fairLookups } from "../../../shared/domain/suggestion/fairLookups.ts";
import { isControlLookup, lookupLot } from "../../../shared/domain/suggestion/lookup.ts";

/** A thousand lookups on each day, drawn with that day's share. */
const drawnOn = (shareByDay: Readonly<Record<string, number>>): readonly DrawnLookup[] =>
  Object.entries(shareByDay).flatMap(([businessDay, bps]) =>
    Array.from({ length: 1_000 }, (_, at) => {
      const lookupId = `${businessDay}/${at}`;
      return { lookupId, businessDay, isControl: isControlLookup(lookupId, bps) };
    }),
  );

const kept = (drawn: readonly DrawnLookup[]) => drawn.filter(fairLookups(drawn));

test("while the share stays all lookups are compared", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1_000, max: 5_000 }), (bps) => {
      const drawn = drawnOn({ "2026-11-01": bps, "2026-11-02": bps });
      expect(kept(drawn)).toEqual(drawn);
    }),
  );
});

test("where it was changed, whom the lot would have treated otherwise on another day is left out", () => {
  const drawn = drawnOn({
    ...{ "2026-11-01": 1_000, "2026-11-02": 1_000, "2026-11-03": 1_000, "2026-11-04": 2_500 },
  });
  // The shares are read off the lots that were drawn: between two of these nobody can tell.
  const [least, most] = [1_000 + 100, 2_500 - 100];
  const lots = kept(drawn).map(({ lookupId }) => lookupLot(lookupId));
  expect(lots.filter((lot) => lot > least && lot < most)).toEqual([]);
  const certain = drawn.filter(({ lookupId }) => {
    const lot = lookupLot(lookupId);
    return lot < 1_000 || lot >= 2_500;
  });
  expect(kept(drawn)).toEqual(expect.arrayContaining([...certain]));
});

test("once more were shown nothing since the share was raised than alike before, these days are compared", () => {
  const little = drawnOn({ "2026-11-01": 500, "2026-11-02": 500, "2026-11-03": 500 });
  const much = drawnOn({ "2026-11-04": 4_000, "2026-11-05": 4_000 });
  expect(kept([...little, ...much])).toEqual(much);
  // A share that was lowered compares as it did: of the days before, all that it would have treated alike.
  const days = new Set(
    kept(drawnOn({ "2026-11-01": 4_000, "2026-11-02": 500 })).map((one) => one.businessDay),
  );
  expect([...days]).toEqual(["2026-11-01", "2026-11-02"]);
});

test("days before the first that was parted, and after the last, compare with nothing", () => {
  const drawn = drawnOn({
    ...{ "2026-11-01": 0, "2026-11-02": 3_000, "2026-11-03": 3_000, "2026-11-04": 0 },
  });
  const days = new Set(kept(drawn).map(({ businessDay }) => businessDay));
  expect([...days]).toEqual(["2026-11-02", "2026-11-03"]);
});

test("days for which the share was set to nothing compare with nothing, and take nothing from the others", () => {
  const parted = drawnOn({ "2026-11-01": 3_000, "2026-11-02": 3_000, "2026-11-06": 3_000 });
  const paused = drawnOn({ "2026-11-03": 0, "2026-11-04": 0 });
  // On the last of these days it was set back in the middle.
  const half = drawnOn({ "2026-11-05": 3_000 }).map((one, at) =>
    at < 500 ? { ...one, isControl: false } : one,
  );
  expect(kept([...parted, ...paused, ...half])).toEqual(parted);
});

test("a day on which by chance nobody was shown nothing is compared: quiet days are such days", () => {
  const parted = drawnOn({ "2026-11-01": 1_000, "2026-11-03": 1_000 });
  const quiet = drawnOn({ "2026-11-02": 1_000 }).filter(({ isControl }) => !isControl);
  const drawn = [...parted, ...quiet.slice(0, 3)];
  expect(kept(drawn)).toEqual(drawn);
});

test("where nobody was shown nothing, all that was shown is told as such", () => {
  const drawn = drawnOn({ "2026-11-01": 0 });
  expect(kept(drawn)).toEqual(drawn);
});
