/** Keys closer than this come from a scanner; the fastest typist needs more than twice as long. */
const BURST_GAP_MS = 35;
const SHORTEST_CODE = 6;

export type ScanBurst = {
  /** Hears one typed character, by the time stamp of its event. */
  readonly hear: (atMs: number) => void;
  /** Whether all that was typed since `restart` came from a scanner. */
  readonly isScan: (length: number) => boolean;
  readonly restart: () => void;
};

/** Tells a scanner, which types a whole code at once, from a person. */
export const scanBurst = (): ScanBurst => {
  let count = 0;
  let lastAtMs = 0;
  let isFast = true;
  return {
    hear: (atMs) => {
      if (count > 0 && atMs - lastAtMs > BURST_GAP_MS) isFast = false;
      count += 1;
      lastAtMs = atMs;
    },
    isScan: (length) => isFast && count >= SHORTEST_CODE && count >= length,
    restart: () => {
      count = 0;
      isFast = true;
    },
  };
};
