import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Payment, settlePayments } from "../../../shared/domain/sale/settlePayments.ts";
import { largestMinor, sumMinor } from "../../../shared/money/money.ts";

const cash = (amountMinor: number): Payment => ({ method: "cash", amountMinor });
const card = (amountMinor: number): Payment => ({ method: "card", amountMinor });
const settle = (totalMinor: number, payments: readonly Payment[], cashRoundingMinor = 500) =>
  settlePayments({ totalMinor, payments, cashRoundingMinor });

describe("a sale is paid", () => {
  test.each([
    ["in cash, exactly", 412_500, [cash(412_500)], 0, 0],
    ["in cash, with change", 412_500, [cash(500_000)], 0, 87_500],
    ["in cash, rounded down", 412_200, [cash(412_000)], -200, 0],
    ["in cash, rounded up", 412_300, [cash(412_500)], 200, 0],
    ["by card, never rounded", 412_300, [card(412_300)], 0, 0],
    [
      "half by card: only the cash part is rounded",
      412_300,
      [card(200_150), cash(250_000)],
      -150,
      38_000,
    ],
    ["with nothing when nothing is due", 0, [], 0, 0],
    ["in coins that do not exist, with none", 200, [cash(0)], -200, 0],
    ["in cash to the unit, where it would be rounded up", 412_300, [cash(412_300)], 0, 0],
    ["in cash short of the rounding alone", 412_300, [cash(412_400)], 0, 100],
    ["in cash to the unit behind a card", 412_300, [card(200_000), cash(212_300)], 0, 0],
    ["in two goes of cash", 100_000, [cash(50_000), cash(70_000)], 0, 20_000],
  ])("%s", (_, totalMinor, payments, roundingMinor, changeMinor) => {
    const paidMinor = sumMinor(payments.map((payment) => payment.amountMinor));
    expect(settle(totalMinor, payments)).toEqual({
      ok: true,
      value: { roundingMinor, changeMinor, paidMinor },
    });
  });
});

describe("a sale is not paid", () => {
  test.each([
    ["with nothing", 100_000, [], { kind: "Underpaid", missingMinor: 100_000 }],
    ["in full by card", 100_000, [card(99_999)], { kind: "Underpaid", missingMinor: 1 }],
    ["in full in cash", 100_300, [cash(100_000)], { kind: "Underpaid", missingMinor: 500 }],
    ["by a unit, in cash", 100_300, [cash(100_299)], { kind: "Underpaid", missingMinor: 201 }],
    ["by a card that gives change", 100_000, [card(100_001)], { kind: "Overpaid", excessMinor: 1 }],
    [
      "by card above the total, also with cash",
      100_000,
      [card(120_000), cash(50_000)],
      { kind: "Overpaid", excessMinor: 20_000 },
    ],
    [
      "by gift card before there is a ledger of them",
      100_000,
      [{ method: "gift-card", amountMinor: 100_000 }],
      { kind: "TenderUnavailable", method: "gift-card" },
    ],
    [
      "by store credit before there is a ledger of it",
      100_000,
      [cash(100_000), { method: "store-credit", amountMinor: 0 }],
      { kind: "TenderUnavailable", method: "store-credit" },
    ],
    [
      "where somebody types the card's number",
      100_000,
      [{ ...card(100_000), reference: "4111 1111 1111 1111" }],
      { kind: "CardNumberRefused" },
    ],
    ["by more than there is", 1, [cash(largestMinor + 1)], { kind: "AmountTooLarge" }],
  ] as const)("%s", (_, totalMinor, payments, error) => {
    expect(settle(totalMinor, payments)).toEqual({ ok: false, error });
  });
});

describe("whatever is handed over", () => {
  const anyPayment = fc.record({
    method: fc.constantFrom("cash" as const, "card" as const, "transfer" as const),
    amountMinor: fc.nat(300_000),
  });
  const anySettling = fc.record({
    totalMinor: fc.nat(600_000),
    payments: fc.array(anyPayment, { maxLength: 5 }),
    cashRoundingMinor: fc.constantFrom(0, 1, 5, 500, 1_000),
  });

  test("payments minus change equal the total plus the rounding", () => {
    fc.assert(
      fc.property(anySettling, (settling) => {
        const settled = settlePayments(settling);
        if (!settled.ok) return;
        const { paidMinor, changeMinor, roundingMinor } = settled.value;
        expect(paidMinor - changeMinor).toBe(settling.totalMinor + roundingMinor);
        expect(paidMinor).toBe(sumMinor(settling.payments.map((one) => one.amountMinor)));
      }),
      { numRuns: 3_000 },
    );
  });

  test("change comes from cash alone, and rounding is at most half a step of it", () => {
    fc.assert(
      fc.property(anySettling, (settling) => {
        const settled = settlePayments(settling);
        if (!settled.ok) return;
        const { changeMinor, roundingMinor } = settled.value;
        const inCash = settling.payments.filter((one) => one.method === "cash");
        expect(changeMinor).toBeGreaterThanOrEqual(0);
        expect(changeMinor).toBeLessThanOrEqual(sumMinor(inCash.map((one) => one.amountMinor)));
        expect(Math.abs(roundingMinor) * 2).toBeLessThanOrEqual(settling.cashRoundingMinor);
        if (inCash.length === 0) expect(roundingMinor).toBe(0);
      }),
      { numRuns: 3_000 },
    );
  });

  test("what is missing, once added in cash, is enough to the unit", () => {
    fc.assert(
      fc.property(anySettling, (settling) => {
        const { payments } = settling;
        const settled = settlePayments({ ...settling, payments: [...payments, cash(0)] });
        if (settled.ok || settled.error.kind !== "Underpaid") return;
        const topUp = cash(settled.error.missingMinor);
        const again = settlePayments({ ...settling, payments: [...payments, topUp] });
        expect(again).toMatchObject({ ok: true, value: { changeMinor: 0 } });
      }),
      { numRuns: 3_000 },
    );
  });
});
