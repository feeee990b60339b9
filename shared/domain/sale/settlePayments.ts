import { assert } from "../../kernel/assert.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { roundCash } from "../../money/cashRounding.ts";
import { largestMinor, subtractMinor, sumMinor } from "../../money/money.ts";
import { holdsCardNumber } from "./cardNumber.ts";

/**
 * Whether `payments` pay for `totalMinor`, and what goes back over the counter.
 *
 * What the other methods leave to be paid in cash is rounded to `cashRoundingMinor`, half away from
 * zero; the difference is `roundingMinor`. Cash that covers what is left, and only not what it is
 * rounded up to, is enough: then nothing is rounded. Change is given from cash alone. What was paid less the
 * change is the total plus the rounding, always. Nothing to pay needs no payment.
 * Source: README.md in this folder.
 */
export const settlePayments = ({
  totalMinor,
  payments,
  cashRoundingMinor,
}: Settling): Result<Settled, PaymentRefusal> => {
  const refusal = paymentRefusal(payments);
  if (refusal) return err(refusal);

  const cash = payments.filter((payment) => payment.method === "cash");
  const otherMinor = amountOf(payments.filter((payment) => payment.method !== "cash"));
  const restMinor = subtractMinor(totalMinor, otherMinor);
  if (restMinor < 0) return err({ kind: "Overpaid", excessMinor: -restMinor });

  const cashMinor = amountOf(cash);
  const roundedMinor = cash.length === 0 ? restMinor : roundCash(restMinor, cashRoundingMinor);
  const isCovered = cashMinor >= restMinor && cashMinor < roundedMinor;
  const cashDueMinor = isCovered ? restMinor : roundedMinor;
  const changeMinor = subtractMinor(cashMinor, cashDueMinor);
  if (changeMinor < 0) return err({ kind: "Underpaid", missingMinor: -changeMinor });
  return ok({
    roundingMinor: subtractMinor(cashDueMinor, restMinor),
    changeMinor,
    paidMinor: amountOf(payments),
  });
};

export type Settling = {
  readonly totalMinor: number;
  readonly payments: readonly Payment[];
  /** The smallest coin in use, in minor units; 0 or 1: no rounding. */
  readonly cashRoundingMinor: number;
};

export type PaymentMethod = "cash" | "card" | "transfer" | "gift-card" | "store-credit";

export type Payment = {
  readonly method: PaymentMethod;
  readonly amountMinor: number;
  readonly reference?: string;
};

export type Settled = {
  readonly roundingMinor: number;
  readonly changeMinor: number;
  /** All that was handed over, before change. */
  readonly paidMinor: number;
};

export type PaymentRefusal =
  | { readonly kind: "Underpaid"; readonly missingMinor: number }
  | { readonly kind: "Overpaid"; readonly excessMinor: number }
  | { readonly kind: "CardNumberRefused" }
  | { readonly kind: "TenderUnavailable"; readonly method: PaymentMethod }
  | { readonly kind: "AmountTooLarge" };

// Both are promises of the shop that need a ledger of their own before anything is paid with them.
const unavailable: ReadonlySet<PaymentMethod> = new Set(["gift-card", "store-credit"]);

const paymentRefusal = (payments: readonly Payment[]): PaymentRefusal | undefined => {
  const missing = payments.find((payment) => unavailable.has(payment.method));
  if (missing) return { kind: "TenderUnavailable", method: missing.method };
  if (payments.some(({ reference }) => reference !== undefined && holdsCardNumber(reference))) {
    return { kind: "CardNumberRefused" };
  }
  assert(
    payments.every((payment) => payment.amountMinor >= 0),
    "a payment is never negative",
  );
  const isTooLarge = payments.some((payment) => payment.amountMinor > largestMinor);
  return isTooLarge ? { kind: "AmountTooLarge" } : undefined;
};

const amountOf = (payments: readonly Payment[]): number =>
  sumMinor(payments.map((payment) => payment.amountMinor));
