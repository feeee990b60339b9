import { DAY_MS } from "../../../shared/kernel/day.ts";
import type { Steps } from "../../../shared/kernel/steps.ts";
import type { ReadDb } from "../db/connection.ts";
import { purchaseCount, purchasesSince } from "./purchases.ts";
import { answerSuggestions } from "./serving/answerSuggestions.ts";
import { learnedModel } from "./serving/learnedModel.ts";
import type { SuggestModel } from "./serving/model.ts";
import type { Suggester } from "./suggester.ts";

export type SuggesterParts = {
  readonly db: ReadDb;
  /** Learns in a thread of its own and writes the suggestion tables. */
  readonly learn: (nowMs: number) => Promise<void>;
  readonly clock: { readonly nowMs: () => number };
  readonly log: (text: string) => void;
};

const REST_MS = 15_000;
/** A shop that knows nothing yet waits no longer: so few purchases are learned from in a moment. */
const FIRST_REST_MS = 1_000;
const FEW_PURCHASES = 2_000;
/** Fewer purchases say nothing yet. */
const FEWEST_PURCHASES = 5;
/** So many changes, or so large a share of what was learned from, are worth learning anew. */
const CHANGES = 5;
const CHANGED_SHARE = 0.01;
/** After a week the seasons have moved on: then the first few are enough, however large the shop is. */
const OLD_MS = 7 * DAY_MS;

/**
 * Serves what was learned last and has it learned again when enough is new and the till has rested.
 * A customer's own purchases count at once: they are read with each question. What was learned is read
 * in steps between which the till has its turn; until it is whole, what was learned before serves.
 */
export const startSuggester = ({ db, learn, clock, log }: SuggesterParts): Suggester => {
  let model: SuggestModel | undefined;
  let isClosed = false;
  let changes = 0;
  let timer: NodeJS.Timeout | undefined;
  let hasFew = true;

  const load = async () => {
    const found = await inTurns(learnedModel(db), () => isClosed);
    if (!found) return;
    changes = Math.max(changes, purchasesSince(db, found.learnedAtMs));
    model = found;
  };
  const isWorthwhile = (): boolean => {
    const known = model?.bearings.knowledge.basketCount;
    if (known === undefined) return purchaseCount(db, FEWEST_PURCHASES) >= FEWEST_PURCHASES;
    const agoMs = clock.nowMs() - (model?.learnedAtMs ?? 0);
    // A clock that was ahead and is set right: by that model's calendar nothing is of late.
    const isOld = agoMs >= OLD_MS || agoMs < 0;
    return changes >= (isOld ? CHANGES : Math.max(CHANGES, known * CHANGED_SHARE));
  };
  const learnOnce = async () => {
    if (isClosed || !isWorthwhile()) return;
    const learned = changes;
    await learn(clock.nowMs());
    // Not before: what a failed learning was to learn is still to be learned.
    changes -= learned;
    await load();
  };
  const orLog = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      // What was learned before goes on serving.
      log(`suggestions: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  let atWork = orLog(load);
  const learnNow = (): Promise<void> => {
    atWork = atWork.then(() => orLog(learnOnce));
    return atWork;
  };
  const rest = () => {
    clearTimeout(timer);
    if (!model) hasFew &&= purchaseCount(db, FEW_PURCHASES) < FEW_PURCHASES;
    timer = setTimeout(() => void learnNow(), !model && hasFew ? FIRST_REST_MS : REST_MS);
    timer.unref();
  };
  rest();
  return {
    suggest: (question) => (model ? answerSuggestions(db, model, question) : []),
    known: () => model,
    noteChange: (count = 1) => {
      changes += count;
      rest();
    },
    ready: () => atWork,
    learnNow,
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
};

/** Takes the steps, each in a turn of its own; undefined where it is told to stop between them. */
const inTurns = async <T>(steps: Steps<T>, isOver: () => boolean): Promise<T | undefined> => {
  for (;;) {
    await new Promise((resolve) => setImmediate(resolve));
    if (isOver()) return undefined;
    const { done, value } = steps.next();
    if (done) return value;
  }
};
