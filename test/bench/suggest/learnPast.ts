import { join } from "node:path";
import { openDb } from "../../../electron/engine/db/connection.ts";
import { learn } from "../../../electron/engine/suggest/learn.ts";
import { KEY_HEX } from "./fillShop.ts";

/** Learns alone in a process of its own, as the engine's thread does, and says what that took. */
const [dataDir = "", nowMs = ""] = process.argv.slice(2);
const startedMs = performance.now();
const startedCpu = process.cpuUsage();
const db = openDb(join(dataDir, "shop.db"), { keyHex: KEY_HEX });
learn(db, { nowMs: Number(nowMs) });
db.close();
const { user, system } = process.cpuUsage(startedCpu);
console.log(
  JSON.stringify({
    fitS: Math.round(performance.now() - startedMs) / 1_000,
    fitCpuS: Math.round((user + system) / 1_000) / 1_000,
    learnRssMb: Math.round(process.resourceUsage().maxRSS / 1_024),
  }),
);
