import type { SuggestionReason } from "../../../shared/domain/suggestion/suggestion.ts";
import type { SuggestModel } from "./serving/model.ts";

/** What is asked at the till: for whom, beside what. */
export type SuggestQuestion = {
  /** Absent without a customer or without their consent: then only the basket speaks. */
  readonly customerId: string | undefined;
  readonly basketSkus: readonly string[];
  readonly refusedSkus: readonly string[];
  /** What this customer waved away lately: for now it is not offered again. */
  readonly dismissedSkus?: readonly string[];
  /** What is known to leave less of its shelf price over its cost is not offered. */
  readonly marginFloorBps?: number;
  readonly nowMs: number;
  /** The shop's: how many days ago something was is told by its calendar. */
  readonly timezone: string;
};

export type SuggestAnswer = {
  readonly sku: string;
  readonly name: string;
  readonly priceMinor: number;
  readonly score: number;
  readonly reason: SuggestionReason;
};

/** Answers from what was learned; learns again when there is time and enough new to learn from. */
export type Suggester = {
  /** Nothing while what was learned is still being read after the start: no question waits for it. */
  readonly suggest: (question: SuggestQuestion) => readonly SuggestAnswer[];
  /** What answers now; undefined before the first learning, and until it is read after the start. */
  readonly known: () => SuggestModel | undefined;
  /** Tells that so many sales or orders came in. */
  readonly noteChange: (count?: number) => void;
  /** Once what was learned is read, and what is being learned is learned. */
  readonly ready: () => Promise<void>;
  /** Learns now, if there is enough to learn from, without waiting for the till to rest. */
  readonly learnNow: () => Promise<void>;
  readonly close: () => void;
};
