import { seededRandom } from "../../electron/engine/demo/random.ts";
import { rollingYearFromDay } from "../../shared/domain/loyalty/pointsDays.ts";
import { dayOf, startOfDayMs } from "../../shared/kernel/day.ts";
import { sayProblems } from "./measure/benchProblem.ts";
import { drawLookups, type Lookups } from "./measure/drawLookups.ts";
import { startEcho } from "./measure/echoProcess.ts";
import { type EngineProcess, openBenchEngine } from "./measure/engineProcess.ts";
import { rawProfile } from "./measure/rawProfile.ts";
import { rawSearch } from "./measure/rawSearch.ts";
import { openRawShop, type RawShop } from "./measure/rawShop.ts";
import { readiness } from "./measure/readiness.ts";
import { timed, timings } from "./measure/timings.ts";
import { benchShop } from "./shop/benchShop.ts";
import { shopSizeOf } from "./shop/shopSize.ts";

const PEOPLE = 1_200;
const ZONE = "Asia/Ho_Chi_Minh";

const today = dayOf(Date.now(), ZONE);
const fromMs = startOfDayMs(rollingYearFromDay(today), ZONE);

type Measured = { readonly raw: RawShop; readonly engine: EngineProcess; readonly asked: Lookups };

/**
 * The engine's answers and the plain statements in turn, a stroke of each, so that whatever else the
 * machine does meanwhile slows both. The first third only warms the caches of both.
 */
const measureSearch = async ({ raw, engine, asked }: Measured) => {
  const plain = rawSearch(raw, fromMs);
  const [answered, statements] = [timings(), timings()];
  for (const [index, text] of asked.texts.entries()) {
    const isWarm = index > asked.texts.length / 3;
    const [one, other] = isWarm ? [answered, statements] : [timings(), timings()];
    await timed(one, () => engine.call("customer.search", { text }));
    await timed(other, () => plain(text));
  }
  return {
    searchP50Ms: answered.at(0.5),
    searchP99Ms: answered.at(0.99),
    rawSearchP50Ms: statements.at(0.5),
  };
};

const measureProfile = async ({ raw, engine, asked }: Measured) => {
  const plain = rawProfile(raw, { fromMs, day: today });
  const echo = startEcho();
  const [answered, statements, messages, quotes] = [timings(), timings(), timings(), timings()];
  for (const [index, customerId] of asked.customerIds.entries()) {
    const isWarm = index > asked.customerIds.length / 3;
    const note = (into: typeof answered) => (isWarm ? into : timings());
    const basket = basketOf(index);
    const skus = basket.map(({ sku }) => sku);
    const params = { customerId, basket };
    const answer = await timed(note(answered), () => engine.call("customer.profile", params));
    await timed(note(statements), () => plain(customerId, skus));
    echo.answerWith(answer);
    await timed(note(messages), () => echo.call("customer.profile", params));
    await timed(note(quotes), () => engine.call("sale.quote", { customerId, lines: basket }));
  }
  echo.close();
  return {
    profileP50Ms: answered.at(0.5),
    profileP99Ms: answered.at(0.99),
    rawProfileP50Ms: statements.at(0.5),
    rawIpcP50Ms: messages.at(0.5),
    quoteP50Ms: quotes.at(0.5),
    quoteP99Ms: quotes.at(0.99),
  };
};

/** Three things in hand, each time others. */
const basketOf = (index: number) =>
  [0, 1, 2].map((place) => ({
    sku: `SP${String((index * 37 + place * 1_013) % 5_000).padStart(5, "0")}`,
    quantity: 1,
  }));

await sayProblems(async () => {
  const size = shopSizeOf(process.argv.slice(2));
  const dataDir = await benchShop(size);
  const ready = await readiness(dataDir);
  const raw = openRawShop(dataDir);
  const engine = await openBenchEngine(dataDir);
  const asked = drawLookups(raw, seededRandom("lookups"), PEOPLE);
  const search = await measureSearch({ raw, engine, asked });
  const profile = await measureProfile({ raw, engine, asked });
  raw.close();
  await engine.close();
  console.log(JSON.stringify({ bench: "lookup", ...size, ...search, ...profile, ...ready }));
});
