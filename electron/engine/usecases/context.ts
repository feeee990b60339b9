import type {
  CommonRefusal,
  Contract,
  Input,
  Method,
  Output,
  Refusal,
} from "../../../shared/contract/index.ts";
import type { Drawn } from "../../../shared/domain/campaign/draw.ts";
import type { ShopSettings } from "../../../shared/domain/shop/shopSettings.ts";
import type { LookupTally } from "../../../shared/domain/suggestion/lookupTally.ts";
import { defined } from "../../../shared/kernel/assert.ts";
import { dayOf } from "../../../shared/kernel/day.ts";
import type { Clock, IdSource } from "../../../shared/kernel/ports.ts";
import type { Result } from "../../../shared/kernel/result.ts";
import type { Locale } from "../../../shared/money/formatMoney.ts";
import type { WriteDb } from "../db/connection.ts";
import type { Stores } from "../db/stores.ts";
import type { ReadXlsx } from "../imports/orderFile.ts";
import { type AuditVerdict, appendAudit } from "../repositories/audit.ts";
import { appendFact } from "../repositories/changes.ts";
import type { Fact } from "../repositories/facts.ts";
import type { SegmentQuestion } from "../repositories/figures/conditionSql.ts";
import { findOwnRegister, findSettings, findShop, type Shop } from "../repositories/shop.ts";
import type { Suggester } from "../suggest/suggester.ts";
import type { DrawAnswer, DrawAsk, DrawPart } from "./campaigns/drawReader.ts";
import type { LiftAsk, LiftFigures } from "./campaigns/liftReader.ts";
import type { Rehearsal, RehearsalAsk } from "./campaigns/rehearsal/rehearsed.ts";
import type { SegmentPreview } from "./campaigns/segmentReader.ts";
import type { OpenLookups } from "./sales/openLookups.ts";
import { noteOnShelf, type Shelf } from "./shelf/shelf.ts";

export type Session = {
  readonly staffId: string;
  readonly name: string;
  readonly role: "cashier" | "manager" | "owner";
};

/** One caller's line to the engine; it holds who has signed in. */
export type Connection = {
  session: Session | undefined;
  sessionTokenHash: Buffer | undefined;
  readonly notify: (progress: Progress) => void;
};

export type Progress = {
  readonly requestId: string;
  readonly done: number;
  readonly total: number;
  readonly phase: string;
};

/** What long work is handed to, so that the till never waits for it. */
export type Worker = {
  readonly readXlsx: ReadXlsx;
  readonly tallyLookups: (days: {
    readonly fromDay: string;
    readonly toDay: string;
  }) => Promise<LookupTally>;
  /** Rows of text as a workbook, in base64. */
  readonly writeXlsx: (rows: readonly (readonly string[])[]) => Promise<string>;
  /** Copies the open shop's files as one moment's picture. */
  readonly copyShop: (target: {
    readonly shopPath: string;
    readonly keysPath: string;
  }) => Promise<void>;
  /** Copies a whole file of a shop, opened with `keyHex`; the copy opens with this shop's key. */
  readonly copyFile: (files: {
    readonly from: string;
    readonly to: string;
    readonly keyHex: string;
  }) => Promise<void>;
  /** Reads a whole shop file, this one or a copy; undefined where the file holds no shop. */
  readonly examine: (file: {
    readonly path: string;
    readonly keyHex: string;
  }) => Promise<Examination | undefined>;
  readonly verifyAudit: () => Promise<AuditVerdict>;
  /** Everybody, the latest visitor last. */
  readonly listCustomers: () => Promise<readonly string[]>;
  /** Questions about many customers, read beside the till from figures of their own. */
  readonly previewSegment: (ask: {
    readonly question: SegmentQuestion;
    readonly limit: number;
  }) => Promise<SegmentPreview>;
  /** Draws a campaign's people; `takeDrawn` then hands them over in parts. */
  readonly drawCampaign: (ask: DrawAsk) => Promise<DrawAnswer>;
  /** What a planned campaign would do. */
  readonly rehearseCampaign: (ask: RehearsalAsk) => Promise<Rehearsal>;
  /** What a campaign's groups did until now. */
  readonly readLift: (ask: LiftAsk) => Promise<LiftFigures>;
  readonly takeDrawn: (part: DrawPart) => Promise<readonly Drawn[]>;
};

export type Examination = {
  readonly integrity: string;
  readonly counts: Readonly<Record<string, number>>;
  /** Kept sums that are not the sums of what they are kept from. */
  readonly disagreements: readonly string[];
  readonly schemaVersion: number;
  readonly lastSoldAtMs: number | undefined;
};

/** Everything of the engine that a use case may need besides its input. */
export type Engine = {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Unguessable bytes, for codes and tokens. */
  readonly randomBytes: (count: number) => Uint8Array;
  readonly monotonicMs: () => number;
  readonly version: string;
  readonly worker: Worker;
  readonly suggester: Suggester;
  /** Brings the search index in line with the facts, beside the till. */
  readonly startMending: () => void;
  /** The last mending of the index that is under way, or was. */
  readonly mending: { last: Promise<void> };
  /** The shop as it was last read; dropped when it changes. */
  readonly kept: {
    shop?: Shop | undefined;
    settings?: ShopSettings | undefined;
    registerId?: string | undefined;
    shelf?: Shelf | undefined;
  };
  readonly openLookups: OpenLookups;
  /** Purchases that search does not know of yet: when, by customer. */
  readonly touches: Map<string, number>;
  /** Sign-in locks by name: until when, in the machine's uptime. */
  readonly locks: Map<string, number>;
  /** The last campaign that is being issued, or was. */
  readonly issuing: { last: Promise<unknown> };
  /** While a backup is made no other is: they would write the keys beside them at once. */
  readonly backup: { isUnderWay: boolean };
  /**
   * While a backup is brought no other is; once it waits for the next start, nothing more is taken
   * until then.
   */
  readonly restore: { isUnderWay: boolean; isDue: boolean };
  /** Jobs under way by their request, so that asking again joins them. */
  readonly jobs: Map<string, RunningJob>;
};

export type RunningJob = {
  readonly fingerprint: string;
  readonly answer: Promise<Result<unknown, unknown>>;
};

export type Context = Engine & {
  readonly db: WriteDb;
  readonly connection: Connection;
  /** The language that the call wants its words in; absent: the shop's. */
  readonly locale?: Locale | undefined;
  /** Who asks; public calls may come from nobody. */
  readonly staff: Session | undefined;
};

export type Answer<M extends Method> = Result<Output<M>, Refusal<M> | CommonRefusal>;

/** Reads, and writes inside the one transaction around it, are done at once; jobs take their time. */
export type UseCase<M extends Method> = (
  context: Context,
  input: Input<M>,
) => Contract[M]["access"] extends "read" | "write" ? Answer<M> : Answer<M> | Promise<Answer<M>>;

export const shopOf = (engine: Engine): Shop => {
  engine.kept.shop ??= findShop(engine.stores.shop);
  return defined(engine.kept.shop, "the shop");
};

export const settingsOf = (engine: Engine): ShopSettings => {
  engine.kept.settings ??= findSettings(engine.stores.shop);
  return engine.kept.settings;
};

/** The language of the words in the answer. */
export const localeOf = (context: Context): Locale => context.locale ?? shopOf(context).locale;

export const registerIdOf = (engine: Engine): string => {
  engine.kept.registerId ??= findOwnRegister(engine.stores.shop)?.registerId;
  return defined(engine.kept.registerId, "the register");
};

export const staffOf = (context: Context): Session => defined(context.staff, "the session");

/** Today in the shop. */
export const today = (engine: Engine): string => shopDay(engine, engine.clock.nowMs());

/** The day in the shop that `atMs` falls on. */
export const shopDay = (engine: Engine, atMs: number): string => {
  const { timezone } = shopOf(engine);
  // Every zone is off by whole quarters of an hour, so no day begins within one. A sale asks for
  // its day five times, at 10 µs each.
  const quarter = Math.floor(atMs / QUARTER_MS);
  if (keptDay.timezone !== timezone || keptDay.quarter !== quarter) {
    keptDay = { timezone, quarter, day: dayOf(atMs, timezone) };
  }
  return keptDay.day;
};

const QUARTER_MS = 900_000;
let keptDay = { timezone: "", quarter: 0, day: "" };

/** Writes what happened, by this register's hand. */
export const record = (context: Engine, fact: Fact): void => {
  const { clock, ids, stores } = context;
  const registerId = fact.kind === "shop.made" ? fact.registerId : registerIdOf(context);
  appendFact({ db: stores.shop, clock, ids, registerId }, fact);
  noteOnShelf(context, fact);
};

/** One line in the audit chain, in the caller's transaction. */
export const audit = (context: Context, kind: string, subject: string): void => {
  const { stores, clock, staff } = context;
  const entry = { atMs: clock.nowMs(), staffId: staff?.staffId, kind, subject };
  appendAudit(stores.shop, entry, stores.keyring.fingerprint);
};
