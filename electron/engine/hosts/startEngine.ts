import { randomBytes } from "node:crypto";
import type { Clock, IdSource } from "../../../shared/kernel/ports.ts";
import { openStores } from "../db/stores.ts";
import { startSuggester } from "../suggest/startSuggester.ts";
import type { Connection, Engine, Progress } from "../usecases/context.ts";
import { mendSearch } from "../usecases/customers/mendSearch.ts";
import { catchUp, startResting, startShelving } from "./atRest.ts";
import { systemClock, systemIds } from "./systemPorts.ts";
import { startWorker } from "./workerPort.ts";

export const ENGINE_VERSION = "0.1.0";

export type EngineOptions = {
  readonly dataDir: string;
  readonly keyHex: string;
  readonly clock?: Clock;
  readonly ids?: IdSource;
  /** Only for filling a shop that can be made again. */
  readonly unsafeFast?: boolean;
  readonly log?: (text: string) => void;
  /** The program of the background threads, where it does not lie beside this one's. */
  readonly workerPath?: string;
};

export type RunningEngine = Engine & { readonly close: () => Promise<void> };

/** Opens the shop and all that serves it. Throws StorageFault where the shop cannot be opened. */
export const startEngine = (options: EngineOptions): RunningEngine => {
  const { dataDir, keyHex, unsafeFast, workerPath } = options;
  const stores = openStores({ dataDir, keyHex, ...(unsafeFast ? { unsafeFast } : {}) });
  const threads = { dataDir, keyHex, ...(workerPath ? { path: workerPath } : {}) };
  const worker = startWorker(threads);
  // Learning takes up to a minute: a backup or a workbook does not wait for it.
  const learner = startWorker(threads);
  // An owner who plans a campaign waits for no backup.
  const asker = startWorker(threads);
  const clock = options.clock ?? systemClock;
  const log = options.log ?? noLog;
  let isClosing = false;
  const mending = { last: Promise.resolve() };
  const startMending = () => {
    // It fails only with the disk under it; the next start tries again.
    mending.last = mendSearch(engine, () => isClosing).catch((error) => log(`search: ${error}`));
  };
  const engine: Engine = {
    stores,
    clock,
    ids: options.ids ?? systemIds,
    randomBytes: (count) => randomBytes(count),
    monotonicMs: () => performance.now(),
    version: ENGINE_VERSION,
    worker: {
      ...worker,
      previewSegment: asker.previewSegment,
      drawCampaign: asker.drawCampaign,
      takeDrawn: asker.takeDrawn,
      readLift: asker.readLift,
      rehearseCampaign: asker.rehearseCampaign,
    },
    suggester: startSuggester({ db: stores.shop, learn: learner.learn, clock, log }),
    startMending,
    mending,
    kept: {},
    openLookups: new Map(),
    touches: new Map(),
    locks: new Map(),
    issuing: { last: Promise.resolve() },
    backup: { isUnderWay: false },
    restore: { isUnderWay: false, isDue: false },
    jobs: new Map(),
  };
  startMending();
  startShelving(engine, () => isClosing);
  const resting = startResting({ engine, worker, asker, log });
  return {
    ...engine,
    close: async () => {
      resting.stop();
      isClosing = true;
      await mending.last;
      await Promise.allSettled([...engine.jobs.values()].map(({ answer }) => answer));
      engine.suggester.close();
      await Promise.all([worker.close(), learner.close(), asker.close()]);
      catchUp(engine, log);
      stores.close();
    },
  };
};

/** One caller's line; progress of its long calls goes to `notify`. */
export const newConnection = (notify: (progress: Progress) => void): Connection => ({
  session: undefined,
  sessionTokenHash: undefined,
  notify,
});

const noLog = (): void => undefined;
