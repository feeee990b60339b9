import { v7 } from "uuid";
import type { Clock, IdSource } from "../../../shared/kernel/ports.ts";
import { freshBytes } from "../db/freshBytes.ts";

/** The machine's own clock and ids: the only place of the engine that asks for them. */
export const systemClock: Clock = { nowMs: () => Date.now() };

const RANDOM_BYTES = 16;
let last = { msecs: 0, seq: 0 };

/** Each greater than the one before, also within a millisecond and when the clock is set back. */
export const systemIds: IdSource = {
  newId: () => {
    const random = freshBytes(RANDOM_BYTES);
    const nowMs = Date.now();
    // A millisecond begins low in the counter's 32 bits, so that counting on never reaches its end.
    last =
      nowMs > last.msecs
        ? { msecs: nowMs, seq: random.readUInt32BE() >>> 1 }
        : { msecs: last.msecs, seq: last.seq + 1 };
    return v7({ random, ...last });
  },
};
