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
  const { contentWindow } = frame;
  if (!contentWindow || passedOn.has(contentWindow.document)) return;
  passedOn.add(contentWindow.document);
  contentWindow.addEventListener("keydown", (event) => {
    const { key, ctrlKey, altKey, metaKey } = event;
    const isPlain = !ctrlKey && !altKey && !metaKey;
    if (isPlain && ownKeys.has(key)) return;
    const isTaken = isTakenBy(frame, event);
    if (isTaken || (isPlain && key.length === 1 && writeOn(event))) event.preventDefault();
  });
};

const passedOn = new WeakSet<Document>();

/** Whether the window has heard this key already, before the field that has the focus since. */
export const isHeardAgain = (event: Event): boolean => heardAgain.has(event);

const heardAgain = new WeakSet<Event>();

const isTakenBy = (target: Element, event: KeyboardEvent): boolean =>
  !target.dispatchEvent(copyOf(event));

const copyOf = ({ key, code, ctrlKey, altKey, shiftKey, metaKey }: KeyboardEvent) => {
  const keys = { key, code, ctrlKey, altKey, shiftKey, metaKey };
  return new KeyboardEvent("keydown", { ...keys, bubbles: true, cancelable: true });
};

/**
 * The frame keeps the letter of a key, also when the focus has gone to a field meanwhile. The field
 * hears the key before the letter, which may be one of its own keys.
 */
const writeOn = (event: KeyboardEvent): boolean => {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement) || field.type !== "text") return false;
  const again = copyOf(event);
  heardAgain.add(again);
  if (!field.dispatchEvent(again)) return true;
  field.setRangeText(event.key, field.selectionStart ?? 0, field.selectionEnd ?? 0, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  return true;
};
