import { type KeyboardEvent, useState } from "react";
import { scanEar } from "./scanEar.ts";

type Into<T> = {
  /** All that stands in the form. */
  readonly typed: T;
  /** Takes what was scanned; false where it is no code, but what the field is for. */
  readonly take: (scanned: Scanned<T>) => boolean;
};

type Scanned<T> = {
  readonly code: string;
  /** The form as it stood before the scan was typed into it. */
  readonly before: T;
  readonly field: EventTarget;
};

/** Hears the keys of a form. The Enter of a code that is taken presses nothing in it. */
export const useScannedInto = <T>({ typed, take }: Into<T>) => {
  const [heard] = useState(() => ({ ear: scanEar(), before: typed }));
  return (event: KeyboardEvent): void => {
    const { isFirst, code } = heard.ear.hear(event);
    if (isFirst) heard.before = typed;
    if (code === undefined) return;
    if (take({ code, before: heard.before, field: event.target })) event.preventDefault();
  };
};
