import {
  acceptanceFactor,
  noneShown,
  type ShownCounts,
} from "../../../../shared/domain/suggestion/acceptance.ts";
import type { ReasonKind } from "../../../../shared/domain/suggestion/lookup.ts";
import { sumMinor } from "../../../../shared/money/money.ts";
import type { ReadDb } from "../../db/connection.ts";
import { listShownReasons, shownCountsOf } from "../../repositories/lookups.ts";

type Scored = {
  readonly sku: string;
  readonly score: number;
  readonly reason: { readonly kind: ReasonKind };
};

/** Among so many the order may change: what ranks lower has less than half the score of the best. */
const LOOK_AHEAD = 8;

/**
 * `ranked` by score and by how people here take what they are shown, always the best of the next
 * few. Where nothing was ever shown the order stays, and no more is asked of `ranked` than is taken.
 */
export function* bestFirst<S extends Scored>(db: ReadDb, ranked: Iterator<S, void>): Generator<S> {
  const factorOf = acceptanceIn(db);
  const ahead: S[] = [];
  for (;;) {
    while (ahead.length < (factorOf ? LOOK_AHEAD : 1)) {
      const next = ranked.next();
      if (next.done) break;
      const score = next.value.score * (factorOf?.(next.value) ?? 1);
      ahead.push({ ...next.value, score });
    }
    const best = ahead.reduce<S | undefined>(
      (most, one) => (most && most.score >= one.score ? most : one),
      undefined,
    );
    if (!best) return;
    ahead.splice(ahead.indexOf(best), 1);
    yield best;
  }
}

/** Undefined where nothing was ever shown. */
const acceptanceIn = (db: ReadDb): ((one: Scored) => number) | undefined => {
  const reasons = listShownReasons(db);
  if (reasons.length === 0) return undefined;
  const sum = (key: keyof ShownCounts) => sumMinor(reasons.map((row) => row[key]));
  const shop = { shown: sum("shown"), taken: sum("taken"), dismissed: sum("dismissed") };
  return ({ sku, reason }) =>
    acceptanceFactor({
      product: shownCountsOf(db, sku),
      reason: reasons.find(({ reasonKind }) => reasonKind === reason.kind) ?? noneShown,
      shop,
    });
};
