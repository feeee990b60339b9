import { v7 } from "uuid";
import { newConnection, startEngine } from "../../../electron/engine/hosts/startEngine.ts";
import { dispatch } from "../../../electron/engine/rpc/dispatch.ts";
import { assert } from "../../../shared/kernel/assert.ts";
import { dayOf } from "../../../shared/kernel/day.ts";
import { BENCH_KEY, BENCH_OWNER, BENCH_PIN } from "./buildShop.ts";
import { goods } from "./goods.ts";

/** Sets the shop up by the engine's own calls: its owner, its goods, one campaign; answers its id. */
export const openedShop = async (dataDir: string): Promise<string> => {
  const engine = startEngine({ dataDir, keyHex: BENCH_KEY, unsafeFast: true });
  const connection = newConnection(() => undefined);
  const call = async (method: string, params: object): Promise<Record<string, unknown>> => {
    const message = { jsonrpc: "2.0", id: 1, method, params: { requestId: v7(), ...params } };
    const answer = await dispatch(engine, connection, message, (_, __, error) => {
      throw error;
    });
    assert(answer && "result" in answer, `${method} answers: ${JSON.stringify(answer)}`);
    return { ...Object(answer.result) };
  };
  try {
    await call("shop.setup", { ...shop, ownerName: BENCH_OWNER, ownerPin: BENCH_PIN });
    const products = goods();
    await call("catalog.import", { products });
    const made = await call("campaign.create", campaign());
    return String(made.campaignId);
  } finally {
    await engine.close();
  }
};

const shop = {
  name: "Tiệm đo nhanh",
  currency: "VND",
  timezone: "Asia/Ho_Chi_Minh",
  locale: "vi",
  taxMode: "inclusive",
};

const campaign = () => {
  const today = dayOf(Date.now(), shop.timezone);
  return {
    name: "Khách quen trở lại",
    segment: { all: [{ kind: "purchaseCount", min: 1 }] },
    offer: { kind: "percent", rateBps: 1_000, maxDiscountMinor: 50_000 },
    fromDay: today,
    toDay: `${Number(today.slice(0, 4)) + 1}-12-31`,
    holdoutBps: 1_000,
  };
};
