import { useLayoutEffect, useRef } from "react";

/** What each key does, by `keyName(event)`: "F9", "Ctrl+1", "Escape". `false` lets it go on. */
export type KeyMap = Readonly<Record<string, (() => unknown) | undefined>>;

/**
 * Binds keys of the whole window while the component is shown. The one mounted last hears a key
 * first, so a panel answers Escape before the screen beneath it does.
 */
export function useKeys(keys: KeyMap, isActive = true): void {
  const current = useRef(keys);
  // Before the paint, not after it: whoever sees the screen may press its keys at once.
  useLayoutEffect(() => {
    current.current = keys;
  });
  useLayoutEffect(() => {
    if (!isActive) return undefined;
    const hear = (name: string) => {
      const act = current.current[name];
      return act !== undefined && act() !== false;
    };
    listeners.push(hear);
    return () => {
      const at = listeners.lastIndexOf(hear);
      if (at >= 0) listeners.splice(at, 1);
    };
  }, [isActive]);
}

/** "Ctrl+Alt+Shift+K" in that order; on a Mac, Command counts as Ctrl. */
export const keyName = (event: KeyboardEvent): string =>
  [
    (event.ctrlKey || event.metaKey) && "Ctrl",
    event.altKey && "Alt",
    event.shiftKey && event.key.length > 1 && "Shift",
    event.key.length === 1 ? event.key.toUpperCase() : event.key,
  ]
    .filter((part) => part !== false)
    .join("+");

const listeners: ((name: string) => boolean)[] = [];

const hearKey = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || event.isComposing) return;
  const name = keyName(event);
  // Held down it was pressed once: what it has opened by now was not looked at yet.
  if (event.repeat && name === "Enter") return;
  if (belongsToTarget(name, event.target)) return;
  for (const hear of [...listeners].reverse()) {
    if (hear(name)) {
      event.preventDefault();
      return;
    }
  }
};

/** A button's own Enter, and letters on their way into a field, are not shortcuts. */
const belongsToTarget = (name: string, target: EventTarget | null): boolean => {
  if (!(target instanceof Element)) return false;
  if (name === "Enter" || name === " ") {
    return target.closest("button, a, select, textarea, summary, [role=option]") !== null;
  }
  return name.length === 1 && isEditable(target);
};

/** Whether what is typed goes into `target` itself. */
export const isEditable = (target: Element | null): boolean =>
  target?.closest("input:not([type=radio], [type=checkbox]), textarea, select") !== null &&
  target !== null;

if (typeof window !== "undefined") window.addEventListener("keydown", hearKey);
