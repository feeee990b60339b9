import type { Told } from "../../rpc/answer.ts";
import { turned } from "../turnedFigures.ts";
import { isUnreadable, type ReadMoney, readCount, readTimes } from "./typedFigures.ts";

export type Segment = Told<"campaign.create">["segment"];
export type Condition = NonNullable<Segment["all"]>[number];
export type ConditionKind = Condition["kind"];
type Consent = Extract<Condition, { kind: "consent" }>;

/** One condition as it stands in the builder: what its kind has no use for lies there unread. */
export type ConditionRow = {
  readonly rowId: number;
  /** `all`: it must hold. `any`: one of these is enough. */
  readonly list: "all" | "any";
  readonly kind: ConditionKind;
  readonly min: string;
  readonly max: string;
  readonly days: string;
  readonly times: string;
  /** SKUs, categories or tiers. */
  readonly chosen: readonly string[];
  readonly place: "store" | "online" | "both";
  readonly calendar: "solar" | "lunar";
  readonly purpose: Consent["purpose"];
  readonly channel: Consent["channel"];
};

/** A new row of `kind`, with figures to start from. */
export const newRow = (kind: ConditionKind): ConditionRow => {
  newestRowId += 1;
  return { ...emptyRow, ...figuresToStart[kind], rowId: newestRowId, kind };
};

let newestRowId = 0;

const emptyRow: Omit<ConditionRow, "rowId" | "kind"> = {
  list: "all",
  min: "",
  max: "",
  days: "",
  times: "2",
  chosen: [],
  place: "both",
  calendar: "solar",
  purpose: "marketing",
  channel: "print",
};

const figuresToStart: Readonly<Partial<Record<ConditionKind, Partial<ConditionRow>>>> = {
  recencyDays: { min: "30" },
  purchaseCount: { min: "3", days: "90" },
  spentMinor: { days: "365" },
  boughtSku: { days: "180" },
  boughtCategory: { days: "180" },
  notBoughtSku: { days: "90" },
  notBoughtCategory: { days: "90" },
  pointsBalance: { min: "100" },
  pointsExpiring: { days: "30" },
  birthdayWithinDays: { days: "30" },
  cartLeftOnline: { days: "14" },
};

/**
 * The condition that a row describes; `undefined` while something of it is missing, or says what cannot
 * be asked: a figure that is left out unseen would be another condition.
 */
export const conditionOf = (row: ConditionRow, readMoney: ReadMoney): Condition | undefined => {
  const { kind, chosen, place, calendar, purpose, channel } = row;
  const within = withinOf(row);
  const days = readUpTo(row.days, A_YEAR_DAYS);
  switch (kind) {
    case "recencyDays":
    case "pointsBalance":
      return ranged(row, readNumber, (range) => ({ kind, ...range }));
    case "purchaseCount":
      return within && ranged(row, readNumber, (range) => ({ kind, ...range, ...within }));
    case "spentMinor":
      return within && ranged(row, readMoney, (range) => ({ kind, ...range, ...within }));
    case "boughtSku":
    case "boughtCategory":
    case "notBoughtSku":
    case "notBoughtCategory":
      return within && chosen.length > 0 ? { kind, any: [...chosen], ...within } : undefined;
    case "tier":
      return chosen.length > 0 ? { kind, any: [...chosen] } : undefined;
    case "pointsExpiring":
      return days ? pointsExpiring(row, days) : undefined;
    case "birthdayWithinDays":
      return days === undefined ? undefined : { kind, days, ...lunar(calendar) };
    case "cartLeftOnline":
      return days ? { kind, withinDays: days } : undefined;
    case "lapsedAgainstOwnRhythm": {
      const times = readTimes(row.times);
      return times === undefined ? undefined : { kind, times };
    }
    case "channel":
      return { kind, channel: place };
    case "consent":
      return { kind, purpose, channel };
  }
};

/** What the rows describe so far; rows that miss something are left out. */
export const segmentOf = (rows: readonly ConditionRow[], readMoney: ReadMoney): Segment => {
  const conditionsOf = (list: ConditionRow["list"]) =>
    rows.filter((row) => row.list === list).flatMap((row) => conditionOf(row, readMoney) ?? []);
  const any = conditionsOf("any");
  return { all: conditionsOf("all"), ...(any.length > 0 && { any }) };
};

/** The rows that show `segment`; `writeMoney` writes an amount as it would be typed. */
export const rowsOf = (
  segment: Segment,
  writeMoney: (minor: number) => string,
): readonly ConditionRow[] =>
  (["all", "any"] as const).flatMap((list) =>
    (segment[list] ?? []).map((condition) => ({
      ...newRow(condition.kind),
      min: "",
      days: "",
      ...typedOf(condition, writeMoney),
      list,
    })),
  );

/** Whether both ask the same, in the same order. */
export const areAlike = (
  left: readonly ConditionRow[],
  right: readonly ConditionRow[],
): boolean => {
  const asked = (rows: readonly ConditionRow[]) =>
    JSON.stringify(rows.map(({ rowId: _, ...row }) => row));
  return asked(left) === asked(right);
};

/** The same rows, told apart by numbers that this run of the window has not given to others. */
export const ownRows = (rows: readonly ConditionRow[]): readonly ConditionRow[] =>
  rows.map((row) => ({ ...row, rowId: newRow(row.kind).rowId }));

/** The same rows, their amounts as the other language of the window types them. */
export const turnedRows = (rows: readonly ConditionRow[]): readonly ConditionRow[] =>
  rows.map((row) =>
    row.kind === "spentMinor" ? { ...row, min: turned(row.min), max: turned(row.max) } : row,
  );

const typedOf = (
  condition: Condition,
  writeMoney: (minor: number) => string,
): Partial<ConditionRow> => {
  switch (condition.kind) {
    case "recencyDays":
    case "pointsBalance":
      return ends(condition, String);
    case "purchaseCount":
      return { ...ends(condition, String), ...typedDays(condition.withinDays) };
    case "spentMinor":
      return { ...ends(condition, writeMoney), ...typedDays(condition.withinDays) };
    case "boughtSku":
    case "boughtCategory":
    case "notBoughtSku":
    case "notBoughtCategory":
      return { chosen: condition.any, ...typedDays(condition.withinDays) };
    case "tier":
      return { chosen: condition.any };
    case "pointsExpiring":
      return { ...ends({ min: condition.min }, String), ...typedDays(condition.withinDays) };
    case "birthdayWithinDays":
      return { calendar: condition.calendar ?? "solar", ...typedDays(condition.days) };
    case "cartLeftOnline":
      return typedDays(condition.withinDays);
    case "lapsedAgainstOwnRhythm":
      return { times: String(condition.times) };
    case "channel":
      return { place: condition.channel };
    case "consent":
      return { purpose: condition.purpose, channel: condition.channel };
  }
};

type Ends = { readonly min?: number | undefined; readonly max?: number | undefined };

const ends = ({ min, max }: Ends, write: (end: number) => string) => ({
  min: min === undefined ? "" : write(min),
  max: max === undefined ? "" : write(max),
});

const typedDays = (days: number | undefined) => ({ days: days === undefined ? "" : String(days) });

/** At least one end has to be there, and what was typed into the other has to be a figure. */
const ranged = (
  row: ConditionRow,
  read: ReadMoney,
  build: (range: { min?: number; max?: number }) => Condition,
): Condition | undefined => {
  const [min, max] = [read(row.min), read(row.max)];
  const isHalfTyped = isUnreadable(row.min, read) || isUnreadable(row.max, read);
  if (isHalfTyped || (min === undefined && max === undefined)) return undefined;
  if (min !== undefined && max !== undefined && min > max) return undefined;
  return build({ ...(min !== undefined && { min }), ...(max !== undefined && { max }) });
};

/** What the engine takes, by the contract of a segment. */
const MOST = 1_000_000;
const MOST_DAYS = 10_000;
const A_YEAR_DAYS = 366;

const readUpTo = (typed: string, most: number): number | undefined => {
  const count = readCount(typed);
  return count !== undefined && count <= most ? count : undefined;
};

const readNumber = (typed: string): number | undefined => readUpTo(typed, MOST);

/** Nothing typed: of all the time. */
const withinOf = ({ days }: ConditionRow): { readonly withinDays?: number } | undefined => {
  const withinDays = readUpTo(days, MOST_DAYS);
  if (withinDays) return { withinDays };
  return days.trim() === "" ? {} : undefined;
};

const pointsExpiring = (row: ConditionRow, withinDays: number): Condition | undefined => {
  const min = readNumber(row.min);
  if (min) return { kind: "pointsExpiring", withinDays, min };
  return row.min.trim() === "" ? { kind: "pointsExpiring", withinDays } : undefined;
};

const lunar = (calendar: ConditionRow["calendar"]) => (calendar === "lunar" ? { calendar } : {});
