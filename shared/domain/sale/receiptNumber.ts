import { assert } from "../../kernel/assert.ts";

/** One register's own count of receipts, without gaps: the first is 1. */
export type ReceiptNumber = {
  /** What the register is called on paper: a letter and perhaps digits, "Q1". */
  readonly register: string;
  readonly sequence: number;
};

/**
 * The number as people read it: "Q1-000123". Six digits at least, so that a year of them sorts as
 * text.
 */
export const showReceiptNumber = ({ register, sequence }: ReceiptNumber): string => {
  assert(registerShape.test(register), `${register} is not a register's name`);
  assert(Number.isSafeInteger(sequence) && sequence > 0, `${sequence} is not a receipt's place`);
  return `${register}-${String(sequence).padStart(6, "0")}`;
};

/**
 * The number that somebody typed or scanned, also in small letters and without leading zeros;
 * undefined when it is none.
 */
export const readReceiptNumber = (text: string): ReceiptNumber | undefined => {
  const match = /^([A-Z]\d{0,2})[\s\p{Pd}]+(\d{1,12})$/u.exec(text.trim().toUpperCase());
  const [, register, digits] = match ?? [];
  const sequence = Number(digits);
  return register !== undefined && sequence > 0 ? { register, sequence } : undefined;
};

const registerShape = /^[A-Z]\d{0,2}$/;
