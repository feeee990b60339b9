/** Keys closer than this come from a scanner; the fastest typist needs more than twice as long. */
const BURST_GAP_MS = 35;
/** Nobody types on so quickly, and no scanner waits so long. */
const PAUSE_MS = 100;
const SHORTEST_CODE = 6;

type Key = Pick<KeyboardEvent, "key" | "timeStamp" | "repeat" | "altKey" | "ctrlKey" | "metaKey">;

export type Heard = {
  /** Something begins with it: what stood in a field before is what its person typed. */
  readonly isFirst: boolean;
  /** What a scanner ends with it, which is an Enter. */
  readonly code: string | undefined;
};

export type ScanEar = { readonly hear: (pressed: Key) => Heard };

/** Tells a scanner, which types a whole code and its Enter at once, from a person. */
export const scanEar = (): ScanEar => {
  let code = "";
  let lastAtMs = 0;
  let isFast = true;
  return {
    hear: (pressed) => {
      const { key, timeStamp } = pressed;
      const gapMs = timeStamp - lastAtMs;
      // An Enter that comes late is a person's, who presses a key.
      if (gapMs > PAUSE_MS) code = "";
      if (key === "Enter" && isPlain(pressed)) {
        const isScan = isFast ? code.length >= SHORTEST_CODE : isLongBarcode(code);
        const entered = isScan ? code : undefined;
        code = "";
        return { isFirst: false, code: entered };
      }
      if (key.length > 1 || !isPlain(pressed)) {
        if (key.length > 1 && !modifiers.has(key)) code = "";
        return { isFirst: false, code: undefined };
      }
      const isFirst = code === "";
      // A key that is held repeats as fast as a scanner types.
      isFast = !pressed.repeat && (isFirst || (isFast && gapMs <= BURST_GAP_MS));
      code += key;
      lastAtMs = timeStamp;
      return { isFirst, code: undefined };
    },
  };
};

/** EAN-13 and GTIN-14 of a slow scanner: nobody types so many digits in one breath. */
const isLongBarcode = (code: string): boolean => /^\d{13,14}$/u.test(code);

/** They come between the letters of a code: most scanners press one of them for each capital. */
const modifiers = new Set(["Shift", "CapsLock", "Control", "Alt", "AltGraph"]);

const isPlain = ({ altKey, ctrlKey, metaKey }: Key): boolean => !altKey && !ctrlKey && !metaKey;
