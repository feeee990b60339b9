import { join } from "node:path";
import type { Page } from "@playwright/test";
import { atRest } from "../../e2e/app/atRest.ts";
import { changeLook, type Look, looks } from "../../e2e/app/looks.ts";

export type Pictures = {
  readonly page: Page;
  readonly folder: string;
};

export const pictureNames = ["till", "profile", "import", "campaign"] as const;
export type PictureName = (typeof pictureNames)[number];

/** "till.png" in the light theme and Vietnamese, "till-dark-en.png" in neither. */
export const pictureFile = (name: PictureName, { theme, locale }: Look): string => {
  const dark = theme === "dark" ? "-dark" : "";
  const english = locale === "en" ? "-en" : "";
  return `${name}${dark}${english}.png`;
};

/**
 * Takes each of `names` in every theme and language: `show` goes to the place and waits until it is
 * there. Afterwards the window looks as it did before.
 */
export const takePictures = async (
  { page, folder }: Pictures,
  names: readonly PictureName[],
  show: (name: PictureName, look: Look) => Promise<void>,
): Promise<void> => {
  for (const [at, look] of looks.entries()) {
    if (at > 0) await changeLook(page, look);
    for (const name of names) {
      await show(name, look);
      await atRest(page);
      await page.screenshot({ path: join(folder, pictureFile(name, look)) });
    }
  }
  const [first] = looks;
  if (first) await changeLook(page, first);
};
