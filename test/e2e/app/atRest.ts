import type { Page } from "@playwright/test";

/** Until the letters are there and nothing moves: colours fade, panels slide into their place. */
export const atRest = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const ends = (each: Animation) => each.effect?.getTiming().iterations !== Infinity;
    const moving = document.getAnimations().filter(ends);
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
