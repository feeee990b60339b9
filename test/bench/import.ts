import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EngineProcess, startEngineProcess } from "./measure/engineProcess.ts";
import { BENCH_OWNER, BENCH_PIN } from "./shop/buildShop.ts";

const ORDERS = 50_000;
const PEOPLE_SHARE = 0.6;
const SAMPLE_MS = 100;

/** Columns of Shopify's export that say something here; the others stay empty. */
const HEADER = [
  ...["Name", "Email", "Financial Status", "Paid at", "Fulfillment Status", "Currency"],
  ...["Subtotal", "Shipping", "Taxes", "Total", "Discount Amount", "Created at"],
  ...["Lineitem quantity", "Lineitem name", "Lineitem price", "Lineitem sku"],
  ...["Billing Name", "Billing Phone", "Cancelled at", "Refunded Amount", "Id", "Phone"],
  ...["Lineitem discount", "Source"],
];

const orderLines = (index: number): string => {
  const person = Math.floor(index * PEOPLE_SHARE);
  const day = String(1 + (index % 28)).padStart(2, "0");
  const month = String(1 + (index % 12)).padStart(2, "0");
  const at = `2025-${month}-${day} 10:${String(index % 60).padStart(2, "0")}:00 +0700`;
  const phone = `09${String(10_000_000 + (person % 80_000_000)).padStart(8, "0")}`;
  const head = [
    ...[`#${100_000 + index}`, `khach${person}@example.com`, "paid", at, "fulfilled", "VND"],
    ...["190000.00", "0.00", "0.00", "190000.00", "0.00", at],
    ...["2", "Cà phê phin 500 g", "95000.00", `CF-${index % 300}`],
    ...[`Nguyễn Văn ${String.fromCharCode(65 + (person % 26))}n`, phone, "", "0.00"],
    ...[String(5_000_000_000 + index), phone, "0.00", "web"],
  ];
  return `${head.map((cell) => `"${cell}"`).join(",")}\n`;
};

const writeFile = async (path: string, orders: number): Promise<void> => {
  const file = createWriteStream(path);
  file.write(`${HEADER.join(",")}\n`);
  for (let index = 0; index < orders; index += 1) {
    if (!file.write(orderLines(index))) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
};

const rssMb = (pid: number): number => {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
};

const setUp = (engine: EngineProcess) =>
  engine.call("shop.setup", {
    requestId: randomUUID(),
    name: "Tạp hoá",
    currency: "VND",
    timezone: "Asia/Ho_Chi_Minh",
    locale: "vi",
    ownerName: BENCH_OWNER,
    ownerPin: BENCH_PIN,
  });

/** An import through the engine, with the memory of its process looked at all the while. */
const measure = async (folder: string, orders: number) => {
  const path = join(folder, "orders_export.csv");
  await writeFile(path, orders);
  const engine = await startEngineProcess(join(folder, "shop"));
  await setUp(engine);
  const idleRssMb = rssMb(engine.pid);
  let peakRssMb = idleRssMb;
  const looking = setInterval(() => {
    peakRssMb = Math.max(peakRssMb, rssMb(engine.pid));
  }, SAMPLE_MS);
  const startedMs = performance.now();
  const answer = await engine.call("orders.importFile", { requestId: randomUUID(), path });
  const seconds = (performance.now() - startedMs) / 1_000;
  clearInterval(looking);
  await engine.close();
  const { created, rejected, customersCreated } = answer;
  if (created !== orders) throw new Error(`${created} of ${orders} orders came in`);
  const ordersPerS = Math.round(orders / seconds);
  return { orders, ordersPerS, peakRssMb, idleRssMb, rejected, customersCreated };
};

const asked = process.argv.indexOf("--orders");
const orders = asked < 0 ? ORDERS : Number(process.argv[asked + 1]);
const folder = mkdtempSync(join(tmpdir(), "quen-bench-import-"));
try {
  console.log(JSON.stringify({ bench: "import", ...(await measure(folder, orders)) }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
