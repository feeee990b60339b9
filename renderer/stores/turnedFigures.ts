import { useSettings } from "./settings.ts";

/** "1.500,5" as "1,500.5" and back: the same amount as the other language of the window types it. */
export const turned = (typed: string): string =>
  typed.replace(/[.,]/gu, (mark) => (mark === "." ? "," : "."));

/**
 * Lets what was typed into fields be written anew when the window takes its other language: left as it
 * is, a budget of 1.500 would be read as one and a half.
 */
export const onOtherLanguage = (turn: () => void): void => {
  useSettings.subscribe((now, before) => {
    if (now.locale !== before.locale) turn();
  });
};
