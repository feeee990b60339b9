import { seededRandom } from "../../electron/engine/demo/random.ts";
import { lastChangeSequence } from "../../electron/engine/repositories/changes.ts";
import { drawSales } from "./measure/drawSales.ts";
import { openBenchEngine } from "./measure/engineProcess.ts";
import { rawSale } from "./measure/rawSale.ts";
import { openRawShop } from "./measure/rawShop.ts";
import { timed, timings } from "./measure/timings.ts";
import { whileLearning } from "./measure/whileLearning.ts";
import { readWrittenSales } from "./measure/writtenSales.ts";
import { benchShop, onCopy } from "./shop/benchShop.ts";
import { shopSizeOf } from "./shop/shopSize.ts";

const WARM_UP = 200;
const SALES = 2_000;
const A_STROKE = 100;

/**
 * Sales one after another through the engine, and by strokes of a hundred the very rows that it
 * wrote into a second copy of the shop by plain SQL: whatever else the machine does meanwhile slows
 * both. Each side waits for the disk at each sale.
 */
const measure = async (engineDir: string, rawDir: string) => {
  const [written, raw] = [openRawShop(engineDir), openRawShop(rawDir)];
  const engine = await openBenchEngine(engineDir);
  const write = rawSale(raw.shop);
  const [answered, plain] = [timings(), timings()];
  const sales = drawSales(written, seededRandom("till"), WARM_UP + SALES);
  for (let from = 0; from < sales.length; from += A_STROKE) {
    const stroke = sales.slice(from, from + A_STROKE);
    const [one, other] = from < WARM_UP ? [timings(), timings()] : [answered, plain];
    const afterSequence = lastChangeSequence(written.shop);
    for (const sale of stroke) await timed(one, () => engine.call("sale.commit", sale));
    const requestIds = stroke.map(({ requestId }) => requestId);
    const rows = readWrittenSales(written.shop, { requestIds, afterSequence });
    for (const sale of rows) await timed(other, () => write(sale));
  }
  await engine.close();
  written.close();
  raw.close();
  return {
    commitsPerS: answered.perS(),
    rawCommitsPerS: plain.perS(),
    p50Ms: answered.at(0.5),
    p99Ms: answered.at(0.99),
    rawP50Ms: plain.at(0.5),
    rawP99Ms: plain.at(0.99),
  };
};

const words = process.argv.slice(2);
const size = shopSizeOf(words.filter((word) => word !== "--while-learning"));
const folder = await benchShop(size);
const measured = words.includes("--while-learning")
  ? await onCopy(folder, "engine", whileLearning)
  : await onCopy(folder, "engine", (engineDir) =>
      onCopy(folder, "raw", (rawDir) => measure(engineDir, rawDir)),
    );
console.log(JSON.stringify({ bench: "sale", ...size, ...measured }));
