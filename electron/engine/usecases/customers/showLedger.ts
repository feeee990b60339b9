import { err, ok } from "../../../../shared/kernel/result.ts";
import { findCustomer } from "../../repositories/customers.ts";
import { listLedger, pointsBalance } from "../../repositories/points.ts";
import type { UseCase } from "../context.ts";
import { pageOf } from "../page.ts";

/** Every move of a customer's points, newest first; the balance is their sum. */
export const showLedger: UseCase<"loyalty.ledger"> = (context, { customerId, limit, next }) => {
  if (!findCustomer(context.db, customerId)) return err({ kind: "CustomerUnknown" });
  const from = next === undefined ? Number.MAX_SAFE_INTEGER : Number(next);
  const below = Number.isSafeInteger(from) ? from : 0;
  const { rows, goesOnBehind: last } = pageOf(limit, (most) =>
    listLedger(context.db, { customerId, below, limit: most }),
  );
  return ok({
    entries: rows.map(({ position: _, ...entry }) => entry),
    balance: pointsBalance(context.db, customerId).balance,
    ...(last ? { next: String(last.position) } : {}),
  });
};
