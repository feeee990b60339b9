import { assert, defined } from "../../../../shared/kernel/assert.ts";
import { addDays } from "../../../../shared/kernel/day.ts";
import { err, ok, type Result } from "../../../../shared/kernel/result.ts";
import { inTransaction } from "../../db/stores.ts";
import { demoShopInSteps } from "../../demo/demoShop.ts";
import type { DemoCustomer, DemoSale, DemoShop } from "../../demo/plan.ts";
import { tableCounts } from "../../repositories/checks.ts";
import { saveProduct } from "../catalog.ts";
import { type Context, record, today, type UseCase } from "../context.ts";
import { createCustomer } from "../customers/createCustomer.ts";
import { recordConsent } from "../customers/updateCustomer.ts";
import { pause } from "../pause.ts";
import { commitSale } from "../sales/commitSale.ts";

const SEED = 7;
const A_STEP = 100;

/** Fills an empty shop with made-up trade by the same use cases as a real day, each at its own time. */
export const fillDemo: UseCase<"shop.fillDemo"> = async (context, input) => {
  const { customers, sales } = tableCounts(context.db);
  if (customers || sales) return err({ kind: "ShopNotEmpty" });
  const shop = await plan(input.seed ?? SEED, addDays(today(context), -1));
  await withoutWaitingForTheDisk(context, () => fill(context, input.requestId, shop));
  markAsDemo(context);
  await context.suggester.learnNow();
  return ok(counted(shop));
};

const fill = async (context: Context, requestId: string, shop: DemoShop): Promise<void> => {
  const total = shop.products.length + shop.customers.length + shop.sales.length;
  let done = 0;
  const eachStep = async <T>(all: readonly T[], phase: string, one: (item: T) => void) => {
    for (let from = 0; from < all.length; from += A_STEP) {
      const step = all.slice(from, from + A_STEP);
      inTransaction(context.stores, () => {
        step.forEach(one);
        return ok({});
      });
      done += step.length;
      context.connection.notify({ requestId, done, total, phase });
      await pause();
    }
  };
  const openedAtMs = defined(shop.sales[0], "the first sale").soldAtMs;
  await eachStep(shop.products, "products", (product) => {
    saveProduct(at(context, openedAtMs), product, requestId);
  });
  const ids: string[] = [];
  await eachStep(shop.customers, "customers", (customer) => {
    ids.push(makeDemoCustomer(context, customer));
  });
  await eachStep(shop.sales, "sales", (sale) => commitDemoSale(context, sale, ids));
};

/** Made-up trade can be made again; the first real sale after it waits for the disk as always. */
const withoutWaitingForTheDisk = async (
  { db, stores }: Context,
  work: () => Promise<void>,
): Promise<void> => {
  const files = [db, stores.keys];
  for (const file of files) file.exec("PRAGMA synchronous = OFF");
  try {
    await work();
  } finally {
    for (const file of files) {
      file.exec("PRAGMA synchronous = FULL");
      file.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      assert(file.pragma("synchronous") === 2, "the shop is written with FULL again");
    }
  }
};

const plan = async (seed: number, endDay: string): Promise<DemoShop> => {
  const steps = demoShopInSteps(seed, endDay);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (step.value % A_STEP === 0) await pause();
  }
};

const makeDemoCustomer = (context: Context, customer: DemoCustomer): string => {
  const { consents, joinedAtMs, phones, emails, tags, ...fields } = customer;
  const then = at(context, joinedAtMs);
  const requestId = context.ids.newId();
  const made = taken(
    createCustomer(then, {
      requestId,
      ...fields,
      phones: [...phones],
      emails: [...emails],
      tags: [...tags],
    }),
  );
  const { customerId } = made;
  for (const consent of consents) {
    taken(recordConsent(then, { requestId, customerId, ...consent }));
  }
  return customerId;
};

const commitDemoSale = (context: Context, sale: DemoSale, ids: readonly string[]): void => {
  const { soldAtMs, customerIndex, lines, payment, pointsToRedeem } = sale;
  const customerId = customerIndex === undefined ? undefined : ids[customerIndex];
  taken(
    commitSale(at(context, soldAtMs), {
      requestId: context.ids.newId(),
      customerId,
      lines: lines.map((line) => ({ ...line })),
      pointsToRedeem,
      payments: [payment],
    }),
  );
};

/** The same engine at another time: a demo's past happens in the past. */
const at = (context: Context, atMs: number): Context => ({
  ...context,
  clock: { nowMs: () => atMs },
});

const taken = <T>(answer: Result<T, { readonly kind: string }>): T => {
  assert(answer.ok, `the demo's own plan is taken: ${JSON.stringify(answer)}`);
  return answer.value;
};

const markAsDemo = (context: Context): void => {
  inTransaction(context.stores, () => {
    record(context, { kind: "shop.filled-as-demo" });
    return ok({});
  });
  context.kept.shop = undefined;
};

const counted = (shop: DemoShop) => ({
  customers: shop.customers.length,
  products: shop.products.length,
  sales: shop.sales.length,
});
