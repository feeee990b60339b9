import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { EnginePipe, PipeAnswer } from "./enginePipe.ts";

/** The result of a call that must be taken. */
export const must = async (
  engine: EnginePipe,
  method: string,
  params: unknown,
): Promise<unknown> => {
  const answer = await engine.ask(method, params);
  expect(answer?.error).toBeUndefined();
  return answer?.result;
};

export const refusalKind = (answer: PipeAnswer | undefined): string | undefined =>
  answer?.error?.data?.kind;

/** A shop with one product, its owner signed in. */
export const makeShop = async (engine: EnginePipe): Promise<void> => {
  await must(engine, "shop.setup", {
    requestId: randomUUID(),
    name: "Tạp hoá",
    currency: "VND",
    timezone: "Asia/Ho_Chi_Minh",
    locale: "vi",
    ownerName: "Mi",
    ownerPin: "1234",
  });
  const products = [{ sku: "CF-1", name: "Cà phê", priceMinor: 20_000, stockQuantity: 1_000 }];
  await must(engine, "catalog.import", { requestId: randomUUID(), products });
};

export const signIn = (engine: EnginePipe) =>
  must(engine, "session.login", { name: "Mi", pin: "1234" });

export const aSale = (requestId: string = randomUUID()) => ({
  requestId,
  lines: [{ sku: "CF-1", quantity: 1 }],
  payments: [{ method: "cash", amountMinor: 20_000 }],
});
