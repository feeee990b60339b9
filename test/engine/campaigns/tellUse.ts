import { applyFact } from "../../../electron/engine/repositories/applyFact.ts";
import type { World } from "../calls/world.ts";

/** A till's sale as another till, or a backup, may tell of it: of this code, at this time. */
export const tellUse = (
  world: World,
  use: { code: string; discountMinor: number; atMs: number },
) => {
  const { shop } = world.engine().stores;
  const { payload = "" } =
    shop
      .prepare<[], { payload: string }>(
        "SELECT payload FROM changes WHERE kind = 'sale.committed' ORDER BY rowid LIMIT 1",
      )
      .get() ?? {};
  const { sequence = 0 } =
    shop
      .prepare<[], { sequence: number }>("SELECT receipt_sequence AS sequence FROM registers")
      .get() ?? {};
  const { code, discountMinor, atMs } = use;
  const fact = {
    ...JSON.parse(payload),
    ...{ kind: "sale.committed", saleId: world.newId(), soldAtMs: atMs },
    ...{ points: [], pointsEarned: 0, pointsRedeemed: 0 },
    ...{ receiptSequence: sequence + 1, receiptNumber: `Q1-9${sequence}` },
    coupons: [{ code, discountMinor }],
  };
  applyFact(shop, fact, { clockMs: atMs, clockCount: 0 });
};
