import { setTimeout as wait } from "node:timers/promises";
import { seededRandom } from "../../../electron/engine/demo/random.ts";
import { drawSales } from "./drawSales.ts";
import { openBenchEngine } from "./engineProcess.ts";
import { openRawShop, type RawShop } from "./rawShop.ts";
import { type Timings, timed, timings } from "./timings.ts";

const PACE_MS = 20;
const WARM_UP = 100;
/** More than the hundredth part that makes learning anew worth while. */
const AT_REST = 1_200;
const MOST_WHILE_LEARNING = 12_000;
/** So many more are sold while what was learned is loaded and what was before is cleared away. */
const WHILE_LOADING = 200;
/** The till rests this long before the engine learns by itself. */
const REST_MS = 15_500;

/**
 * Sales at a steady pace while nothing is learned, then while the engine learns the whole shop in its
 * thread, from the first row it reads until its answer serves. Each side's longest wait stands beside.
 */
export const whileLearning = async (dataDir: string) => {
  const raw = openRawShop(dataDir);
  const engine = await openBenchEngine(dataDir);
  const count = WARM_UP + AT_REST + MOST_WHILE_LEARNING + WHILE_LOADING;
  const sales = drawSales(raw, seededRandom("learning"), count).values();
  const sell = async (into: Timings) => {
    const { value: sale } = sales.next();
    if (sale) await timed(into, () => engine.call("sale.commit", sale));
    await wait(PACE_MS);
    return sale !== undefined;
  };
  const [rest, busy] = [timings(), timings()];
  for (let at = 0; at < WARM_UP; at += 1) await sell(timings());
  for (let at = 0; at < AT_REST; at += 1) await sell(rest);
  const before = revisionOf(raw);
  await wait(REST_MS);
  const startedMs = performance.now();
  while (revisionOf(raw) === before && (await sell(busy)));
  const learnS = Math.round((performance.now() - startedMs) / 100) / 10;
  for (let at = 0; at < WHILE_LOADING; at += 1) await sell(busy);
  await engine.close();
  raw.close();
  const ratio = Math.round((100 * busy.at(0.99)) / rest.at(0.99)) / 100;
  return {
    learnS,
    restP50Ms: rest.at(0.5),
    restP99Ms: rest.at(0.99),
    restMaxMs: rest.at(1),
    learningP50Ms: busy.at(0.5),
    learningP99Ms: busy.at(0.99),
    learningMaxMs: busy.at(1),
    ratioP99: ratio,
  };
};

const revisionOf = ({ shop }: RawShop): number =>
  shop.prepare<[], { revision: number }>("SELECT revision FROM suggestion_model").get()?.revision ??
  0;
