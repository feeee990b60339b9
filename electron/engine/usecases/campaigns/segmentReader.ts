import { join } from "node:path";
import type { WriteDb } from "../../db/connection.ts";
import { openDb } from "../../db/connection.ts";
import { dropFigures, isTorn, openFigures } from "../../db/figuresFile.ts";
import { customersBornOn } from "../../db/searchIndex.ts";
import {
  countEverybody,
  countPeople,
  dropSets,
  listLatestPeople,
  makeSets,
  type PersonFigures,
  type SegmentCount,
} from "../../repositories/figures/askFigures.ts";
import { type SegmentQuestion, segmentSql } from "../../repositories/figures/conditionSql.ts";
import { fillFigures } from "../../repositories/figures/fillFigures.ts";
import { shelfBits } from "../../repositories/figures/shelfBits.ts";
import type { Sql } from "../../repositories/sqlTerms.ts";

/** Where the worker finds the shop's files. */
export type ShopFiles = { readonly dataDir: string; readonly keyHex: string };

export type SegmentPreview = {
  readonly counted: SegmentCount;
  readonly sample: readonly PersonFigures[];
};

export const previewFigures = (
  files: ShopFiles,
  { question, limit }: { readonly question: SegmentQuestion; readonly limit: number },
): SegmentPreview =>
  withFigures(files, question, (db, sql) => {
    const counted = countPeople(db, sql);
    const isCommon = counted.count * COMMON_ONE_IN > countEverybody(db);
    return { counted, sample: listLatestPeople(db, sql, { limit, isCommon }) };
  });

/** One in so many of the shop's customers is found soon when one goes back in time. */
const COMMON_ONE_IN = 50;

/**
 * Up to date with the last sale, on a connection of its own that the till does not wait for. Figures that
 * turn out to be torn are made anew, and asked once more.
 */
export const withFigures = <T>(
  files: ShopFiles,
  question: SegmentQuestion | undefined,
  ask: (db: WriteDb, sql: Sql) => T,
): T => {
  try {
    return askFigures(files, question, ask);
  } catch (error) {
    if (!isTorn(error)) throw error;
    closeFigures();
    dropFigures(join(files.dataDir, FIGURES));
    return askFigures(files, question, ask);
  }
};

const askFigures: typeof withFigures = (files, question, ask) => {
  const db = openedFigures(files);
  fillFigures(db);
  if (!question) return ask(db, { text: "TRUE", values: [] });
  const sql = segmentSql(question, {
    bornOn: bornOn(join(files.dataDir, "search.db"), files.keyHex),
    shelfBits: shelfBits(db),
  });
  try {
    makeSets(db, sql);
    return ask(db, sql);
  } finally {
    dropSets(db, sql);
  }
};

const FIGURES = "figures.db";
const IDLE_MS = 120_000;
let opened: { readonly dataDir: string; readonly db: WriteDb } | undefined;
let closing: NodeJS.Timeout | undefined;

/** An owner asks again and again while a campaign is planned: what was read stays at hand so long. */
const openedFigures = ({ dataDir, keyHex }: ShopFiles): WriteDb => {
  clearTimeout(closing);
  closing = setTimeout(closeFigures, IDLE_MS);
  closing.unref();
  if (opened?.dataDir !== dataDir) {
    closeFigures();
    const at = (name: string) => join(dataDir, name);
    const db = openFigures({ figures: at(FIGURES), shop: at("shop.db") }, keyHex);
    opened = { dataDir, db };
  }
  return opened.db;
};

export const closeFigures = (): void => {
  opened?.db.close();
  opened = undefined;
};

/** Only for filling ahead of the first question. */
export const refreshFigures = (files: ShopFiles): void =>
  withFigures(files, undefined, () => undefined);

const bornOn =
  (path: string, keyHex: string) => (days: readonly string[], calendar: "solar" | "lunar") => {
    const search = openDb(path, { keyHex, readOnly: true });
    try {
      return customersBornOn(search, days, calendar);
    } finally {
      search.close();
    }
  };
