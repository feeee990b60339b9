import { once } from "node:events";
import { createWriteStream, rmSync, statSync } from "node:fs";
import { fixtureText, opened } from "./orderFiles.ts";

/** Writes a Shopify export of 200 MB to the path, reads it, and prints what it needed. */
const path = process.argv[2] ?? "";
const [header = "", ...rest] = fixtureText("shopify.csv").split("\n");
// Long notes make the file large with fewer orders, so that the test takes seconds.
const order = rest.slice(0, 3).join("\n").replace("Gói quà", "Gói quà, gọi trước. ".repeat(100));

const out = createWriteStream(path);
out.write(`${header}\n`);
let sizeBytes = 0;
for (let number = 0; sizeBytes < 200_000_000; number += 500) {
  const orders = Array.from({ length: 500 }, (_, index) =>
    order.replaceAll("#2001", `Q${number + index}`).replace("6100000000001", `61${number + index}`),
  );
  const text = `${orders.join("\n")}\n`;
  sizeBytes += Buffer.byteLength(text);
  if (!out.write(text)) await once(out, "drain");
}
out.end();
await once(out, "close");

const file = await opened(path);
if (!file.ok) throw new Error(file.error.kind);
const counts = { order: 0, reject: 0 };
let heapBytes = 0;
for await (const { kind } of file.value.items) {
  counts[kind]++;
  if (counts.order % 10_000 === 0) heapBytes = Math.max(heapBytes, process.memoryUsage().heapUsed);
}
const megabytes = Math.round(statSync(path).size / 1e6);
rmSync(path);
const heapMb = Math.round(heapBytes / 1e6);
console.log(JSON.stringify({ megabytes, orders: counts.order, rejects: counts.reject, heapMb }));
