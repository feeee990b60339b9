import { largestMinor } from "../../../shared/money/money.ts";
import { type DecimalSeparator, parseMoney } from "../../../shared/money/parseMoney.ts";
import { roundedAmount } from "../../../shared/money/roundedAmount.ts";
import type { RejectReason } from "./orderFile.ts";
import { isBlank } from "./table/cells.ts";
import { type DateOrder, parseDate } from "./time/parseDate.ts";
import type { Zone } from "./time/zone.ts";

/** What must be known to read the texts of one file. */
export type Reading = {
  readonly source: string;
  readonly currency: string;
  readonly zone: Zone;
  readonly dateOrder?: DateOrder | undefined;
  readonly decimalSeparator?: DecimalSeparator | undefined;
};

type RoundedField = { readonly column: string; readonly isHundredths: boolean };

/**
 * Reads the fields of one order and keeps the first problem that it met, so that a format can be
 * written as the list of its fields. What `problem` holds at the end rejects the whole order.
 */
export class FieldReader {
  problem: RejectReason | undefined;
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  note(problem: RejectReason): void {
    this.problem ??= problem;
  }

  /** Minor units; 0 where the text is blank. */
  money(text: string, column: string): number {
    return this.moneyIfAny(text, column) ?? 0;
  }

  moneyIfAny(text: string, column: string): number | undefined {
    if (isBlank(text)) return undefined;
    const parsed = parseMoney(text, this.#reading);
    if (parsed.ok && parsed.value >= 0) return parsed.value;
    this.note(
      parsed.ok
        ? { kind: "AmountNegative", column, text }
        : { kind: "MoneyUnreadable", column, text },
    );
    return undefined;
  }

  /** Amounts that a shop computes finer than money is paid: a plain decimal, rounded once. */
  rounded(text: string, column: string): number {
    return this.roundedIfAny(text, column) ?? 0;
  }

  roundedIfAny(text: string, column: string): number | undefined {
    return this.#rounded(text, { column, isHundredths: false });
  }

  /** Amounts in hundredths of the currency's unit; 0 where the text is blank. */
  hundredths(text: string, column: string): number {
    return this.#rounded(text, { column, isHundredths: true }) ?? 0;
  }

  #rounded(text: string, { column, isHundredths }: RoundedField): number | undefined {
    if (isBlank(text)) return undefined;
    const { currency } = this.#reading;
    const amount = roundedAmount(text, { currency, isHundredths });
    if (amount.ok && amount.value >= 0) return this.#bounded(amount.value, column);
    const kind = amount.ok ? "AmountNegative" : "MoneyUnreadable";
    this.note({ kind, column, text });
    return undefined;
  }

  /** Discounts and refunds, which some shops write as negative amounts. */
  moneyOff(text: string, column: string): number {
    return this.money(/^[-−]/.test(text) ? text.slice(1) : text, column);
  }

  moneyRequired(text: string, column: string): number {
    if (isBlank(text)) this.note({ kind: "FieldMissing", column });
    return this.money(text, column);
  }

  date(text: string, column: string): number {
    if (isBlank(text)) this.note({ kind: "FieldMissing", column });
    return this.dateIfAny(text, column) ?? 0;
  }

  dateIfAny(text: string, column: string): number | undefined {
    if (isBlank(text) || text.startsWith("0000-00-00")) return undefined;
    const parsed = parseDate(text, this.#reading);
    if (typeof parsed === "number") return parsed;
    const kind = parsed === "ambiguous" ? "DateAmbiguous" : "DateUnreadable";
    this.note({ kind, column, text });
    return undefined;
  }

  /** A whole number of things, at least one. Spreadsheets may write "2.00". */
  quantity(text: string, column: string): number {
    const digits = /^\+?(\d{1,9})(?:[.,]0{1,6})?$/.exec(text)?.[1];
    const quantity = Number(digits ?? 0);
    if (quantity >= 1) return quantity;
    this.note({ kind: "QuantityUnreadable", column, text });
    return 1;
  }

  required(text: string, column: string): string {
    if (text === "") this.note({ kind: "FieldMissing", column });
    return text;
  }

  /** An id as text. "5.82837E+17" is what is left of a long one that was kept as a number. */
  id(text: string, column: string): string {
    return this.required(this.idIfAny(text), column);
  }

  idIfAny(text: string): string {
    if (/^\d(?:[.,]\d+)?e\+?\d+$/i.test(text)) this.note({ kind: "IdPrecisionLost", text });
    return text.replace(/^(\d+)\.0+$/, "$1");
  }

  /** Refuses an order in another currency than the shop's; a blank is the shop's own. */
  currency(text: string): string {
    const { currency } = this.#reading;
    const isOther = text !== "" && text.toUpperCase() !== currency;
    if (isOther) this.note({ kind: "CurrencyDiffers", text });
    return currency;
  }

  /** The sum, or a problem where it is more than one document may have. */
  sum(values: readonly number[], column: string): number {
    let total = 0;
    for (const value of values) total += value;
    return this.#bounded(total, column);
  }

  times(unitMinor: number, quantity: number, column: string): number {
    return this.#bounded(unitMinor * quantity, column);
  }

  /** Numbers above 2^53 are inexact, and far above the bound, so the comparison is safe. */
  #bounded(minor: number, column: string): number {
    if (minor <= largestMinor) return minor;
    this.note({ kind: "AmountTooLarge", column, text: String(minor) });
    return 0;
  }
}
