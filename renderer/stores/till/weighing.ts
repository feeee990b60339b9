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

type Asked = { readonly lineId: string | undefined };

const asked = createStore<Asked>(() => ({ lineId: undefined }));

/** Asks for the first weight that is not typed yet, in the place of its line. Whether one was missing. */
export const askForWeight = (): boolean => {
  const { lines, editingId, edit } = useBasket.getState();
  const [first] = unweighedOf(lines);
  if (!first) return false;
  if (editingId === first.lineId) asked.setState({ lineId: editingId });
  else edit(first.lineId);
  return true;
};

/**
 * Has what is typed in the place of a line taken as by its Enter: what is paid is what stands there.
 * False where it cannot be read, which is said there.
 */
export const takeTyped = (): boolean => {
  const { isEditTyped, editingId } = useBasket.getState();
  if (!isEditTyped || editingId === undefined) return true;
  asked.setState({ lineId: editingId });
  return useBasket.getState().editingId !== editingId;
};

/** Hears that a line is asked for in whose place somebody types already. Returns what ends it. */
export const whenAskedAgain = (lineId: string, act: () => void): (() => void) =>
  asked.subscribe((now) => {
    if (now.lineId === lineId) act();
  });
