import { createStore } from "zustand";
import { type BasketContent, type BasketLine, useBasket } from "./basket.ts";

/** What lies in the basket and nobody has weighed. */
export const unweighedOf = (lines: readonly BasketLine[]): readonly BasketLine[] =>
  lines.filter(({ isUnweighed }) => isUnweighed);

/** The basket without what is not weighed: so much of it has a price. */
export const weighedOf = (content: BasketContent): BasketContent =>
  unweighedOf(content.lines).length === 0
    ? content
    : { ...content, lines: content.lines.filter(({ isUnweighed }) => !isUnweighed) };

const asked = createStore(() => ({ times: 0 }));

/** Asks for the first weight that is not typed yet, in the place of its line. Whether one was missing. */
export const askForWeight = (): boolean => {
  const { lines, editingId, edit } = useBasket.getState();
  const [first] = unweighedOf(lines);
  if (!first) return false;
  if (editingId === first.lineId) asked.setState(({ times }) => ({ times: times + 1 }));
  else edit(first.lineId);
  return true;
};

/** Hears that it is asked for again where it is already being typed. Returns what ends it. */
export const whenWeightAskedAgain = (act: () => void): (() => void) => asked.subscribe(act);
