import { statSync } from "node:fs";
import { join } from "node:path";
import { openRawShop } from "./rawShop.ts";

const LOG_BYTES = 60 * 1_048_576;
const A_STEP = 1_000;

/** Writes rows as they are until the shop's log is long, and dies of a kill: nothing is changed. */
const [dataDir = ""] = process.argv.slice(2);
const { shop } = openRawShop(dataDir);
shop.exec("PRAGMA wal_autocheckpoint = 0");
const people = shop
  .prepare<[], { id: string }>("SELECT customer_id AS id FROM customer_totals")
  .all();
const write = shop.prepare<[string]>(
  "UPDATE customer_totals SET store_count = store_count WHERE customer_id = ?",
);
for (let from = 0; statSync(join(dataDir, "shop.db-wal")).size < LOG_BYTES; from += A_STEP) {
  shop.exec("BEGIN");
  for (let place = from; place < from + A_STEP; place += 1) {
    write.run(people[(place * 7_919) % people.length]?.id ?? "");
  }
  shop.exec("COMMIT");
}
process.kill(process.pid, "SIGKILL");
