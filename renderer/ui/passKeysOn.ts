/** What scrolls the document in the frame, or leaves it, stays the frame's. */
const ownKeys = new Set([
  ...["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End"],
  ...[" ", "Tab"],
]);

/**
 * A frame that was clicked hears every key and does nothing with it: here the window hears them
 * instead, its own keys and the first letter of a scan.
 */
export const passKeysOn = (frame: HTMLIFrameElement): void => {
  frame.contentWindow?.addEventListener("keydown", (event) => {
    const { key, code, ctrlKey, altKey, shiftKey, metaKey } = event;
    const isPlain = !ctrlKey && !altKey && !metaKey;
    if (isPlain && ownKeys.has(key)) return;
    const keys = { key, code, ctrlKey, altKey, shiftKey, metaKey };
    const heard = new KeyboardEvent("keydown", { ...keys, bubbles: true, cancelable: true });
    const isTaken = !frame.dispatchEvent(heard);
    if (isTaken || (isPlain && key.length === 1 && writeOn(key))) event.preventDefault();
  });
};

/** The frame keeps the letter of a key, also when the focus has gone to a field meanwhile. */
const writeOn = (letter: string): boolean => {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement) || field.type !== "text") return false;
  field.setRangeText(letter, field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  return true;
};
