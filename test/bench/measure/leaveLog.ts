import { statSync } from "node:fs";
import { join } from "node:path";
import { openRawShop } from "./rawShop.ts";

const LOG_BYTES = 60 * 1_048_576;
const A_STEP = 1_000;

/** Counts a sale on and off again until the shop's log is long, and dies of a kill. */
const [dataDir = ""] = process.argv.slice(2);
const { shop } = openRawShop(dataDir);
shop.exec("PRAGMA wal_autocheckpoint = 0");
// A kill leaves what the system holds: to wait for the disk would only take minutes in a small shop.
shop.exec("PRAGMA synchronous = OFF");
const people = shop
  .prepare<[], { id: string }>("SELECT customer_id AS id FROM customer_totals")
  .all();
const write = shop.prepare<[number, string]>(
  "UPDATE customer_totals SET store_count = store_count + ? WHERE customer_id = ?",
);
for (let from = 0; statSync(join(dataDir, "shop.db-wal")).size < LOG_BYTES; from += A_STEP) {
  for (const count of [1, -1]) {
    shop.exec("BEGIN");
    for (let place = from; place < from + A_STEP; place += 1) {
      write.run(count, people[(place * 7_919) % people.length]?.id ?? "");
    }
    shop.exec("COMMIT");
  }
}
process.kill(process.pid, "SIGKILL");
