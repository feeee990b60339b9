import { storageFaultKind } from "../db/faults.ts";
import { lastChangeSequence } from "../repositories/changes.ts";
import type { Engine } from "../usecases/context.ts";
import { remakeTornSearch } from "../usecases/customers/mendSearch.ts";
import { catchUpSearch } from "../usecases/customers/people.ts";
import { readShelfStep } from "../usecases/shelf/shelf.ts";
import type { WorkerPort } from "./workerPort.ts";

const TICK_MS = 500;
/** About 10 ms of work: a key that is pressed meanwhile is still answered at once. */
const PEOPLE_A_TICK = 10;

/** So many quiet ticks, a minute: the figures that segments are asked from are filled ahead then. */
const LONG_QUIET_TICKS = 120;

type Resting = {
  readonly engine: Engine;
  readonly worker: WorkerPort;
  /** Answers questions about many customers. */
  readonly asker: WorkerPort;
  readonly log: (text: string) => void;
};

/**
 * Does what can wait until nobody waits: the search index catches up in small steps while nothing is
 * written, and the log is folded into the file by the worker. Folded inside a commit it held every
 * hundredth sale for 50 ms.
 */
export const startResting = ({
  engine,
  worker,
  asker,
  log,
}: Resting): { readonly stop: () => void } => {
  let lastSequence = -1;
  let foldedSequence = -1;
  let isFolding = false;
  let told = "";
  let isStopped = false;
  let quietTicks = 0;
  const fold = async (sequence: number): Promise<void> => {
    isFolding = true;
    try {
      await worker.foldLog();
      foldedSequence = sequence;
      told = "";
    } catch (error) {
      // Closing drops what has not begun: the next start folds it. Tried twice a second, it is told once.
      if (!isStopped && told !== String(error)) log(`folding the log: ${error}`);
      told = String(error);
    } finally {
      isFolding = false;
    }
  };
  const tick = () => {
    const sequence = lastChangeSequence(engine.stores.shop);
    const isQuiet = sequence === lastSequence;
    lastSequence = sequence;
    if (isQuiet) catchUp(engine, log, PEOPLE_A_TICK);
    quietTicks = isQuiet ? quietTicks + 1 : 0;
    if (quietTicks === LONG_QUIET_TICKS) {
      asker.refreshFigures().catch((error) => log(`filling the figures: ${error}`));
    }
    if (sequence !== foldedSequence && !isFolding) void fold(sequence);
  };
  const timer = setInterval(tick, TICK_MS);
  timer.unref();
  return {
    stop: () => {
      isStopped = true;
      clearInterval(timer);
    },
  };
};

/** Reads the shelf in small steps after the start; where the disk fails the first search meets it. */
export const startShelving = (engine: Engine, isClosing: () => boolean): void => {
  const step = () => {
    if (isClosing()) return;
    try {
      if (readShelfStep(engine)) setImmediate(step);
    } catch (error) {
      if (storageFaultKind(error) === undefined) throw error;
    }
  };
  setImmediate(step);
};

/** Brings the index up to date; a fault of the disk under it only waits for the next time. */
export const catchUp = (engine: Engine, log: (text: string) => void, limit?: number): void => {
  try {
    catchUpSearch(engine, limit);
  } catch (error) {
    const kind = storageFaultKind(error);
    if (kind === undefined) throw error;
    log(`at rest: ${kind}`);
    if (kind === "corrupt") remakeTornSearch(engine);
  }
};
