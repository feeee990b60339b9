import { err, ok, type Result } from "../kernel/result.ts";
import { currencyExponent } from "./currency.ts";
import { wholeMinor } from "./money.ts";
import type { MoneyUnreadable } from "./parseMoney.ts";

export type AmountReading = {
  readonly currency: string;
  /** The text counts hundredths of the currency's unit, whatever decimals the currency has. */
  readonly isHundredths?: boolean;
};

/**
 * The minor units nearest to a plain decimal text, half away from zero: for shops that compute
 * taxes and shares finer than money is paid. Digits are moved and cut, no float is ever made.
 * Refuses anything but digits, one point and a minus sign.
 */
export const roundedAmount = (
  text: string,
  { currency, isHundredths = false }: AmountReading,
): Result<number, MoneyUnreadable> => {
  const [, minus, whole = "", fraction = ""] = /^(-?)(\d{1,15})(?:\.(\d{1,30}))?$/.exec(text) ?? [];
  if (whole === "") return err({ kind: "MoneyUnreadable", text });
  const scale = 10n ** BigInt(fraction.length + (isHundredths ? 2 : 0));
  const scaled = BigInt(whole + fraction) * 10n ** BigInt(currencyExponent(currency));
  const rounded = (2n * scaled + scale) / (2n * scale);
  if (rounded > BigInt(Number.MAX_SAFE_INTEGER)) return err({ kind: "MoneyUnreadable", text });
  return ok(wholeMinor(minus === "-" ? -Number(rounded) : Number(rounded)) + 0);
};
