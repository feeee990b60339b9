import { holdoutBucket } from "../../../../shared/domain/campaign/holdout.ts";

/** A page holds so many ids; a shorter one is the last. */
export const IDS_A_PAGE = 512;

/**
 * At most `most` ids of all pages, by lot: a lower bar for each time that too many were kept. The
 * same ones each time it is asked.
 */
export const sampleIds = (
  page: (after: string) => readonly string[],
  most: number,
): readonly string[] => {
  let bar = 10_000;
  let kept: string[] = [];
  for (let after = ""; ; ) {
    const ids = page(after);
    kept.push(...ids.filter((id) => lotOf(id) < bar));
    while (kept.length > most && bar > 1) {
      bar = Math.floor(bar / 2);
      const below = bar;
      kept = kept.filter((id) => lotOf(id) < below);
    }
    if (ids.length < IDS_A_PAGE) return kept;
    after = ids.at(-1) ?? after;
  }
};

const lotOf = (id: string): number => holdoutBucket(id, "learning");
