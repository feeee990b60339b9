import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import iconv from "iconv-lite";
import { root } from "../../../build/pack/root.mjs";
import { demoShop } from "../../../electron/engine/demo/demoShop.ts";
import { writeOrderFiles } from "../../demo/orderFiles.ts";

/** Files as they come from online shops, from a person's own list, and from bad luck. */
export const writeOrderPapers = (folder: string) => {
  const path = (name: string) => join(folder, name);
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(path(name), content);
    return path(name);
  };
  const endDay = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  const demo = demoShop(7, endDay, { customerCount: 40, dayCount: 60 });
  const [shopify, , shopee] = writeOrderFiles(folder, demo, { seed: 7, endDay });
  if (!shopify || !shopee) throw new Error("the demo writes a file for each shop");
  const workbook = readFileSync(shopee.path);
  return {
    shopify,
    ownList: write("don-cua-toi.csv", ownList),
    picture: write("anh-chup.csv", readFileSync(join(root, "build/pack/icons/icon.png"))),
    program: write("chuong-trinh.csv", readFileSync(process.execPath).subarray(0, 100_000)),
    halfWorkbook: write("tai-do.xlsx", workbook.subarray(0, workbook.length / 2)),
    latin1: write("western.csv", iconv.encode(fewOrders("José Núñez", "L"), "latin1")),
    utf16: write("excel.csv", iconv.encode(fewOrders("Lê Thị Mơ", "U"), "utf-16le", withMark)),
    notOrders: write("ghi-chu.csv", "Việc,Ai\nMua giấy in,Mi\nGọi thợ điện,Lan\n"),
  };
};

const withMark = { addBOM: true };

/** A list that a person keeps: nobody but its owner knows what "Món" and "Hết" are. */
const ownList = [
  "Số,Hôm,Gọi cho,Món,Mấy,Hết",
  "A1,20/10/2026,0903124573,Cà phê rang xay 500 g,2,172.000",
  "A2,21/10/2026,0912345678,Sữa đặc có đường 380 g,1,27.500",
  "",
].join("\n");

const fewOrders = (buyer: string, letter: string): string =>
  [
    "Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Billing Name",
    `#${letter}1,one@example.com,paid,VND,50000,2026-10-20 10:00:00 +0700,1,Cà phê,50000,${buyer}`,
    `#${letter}2,two@example.com,paid,VND,27500,2026-10-21 10:00:00 +0700,1,Sữa,27500,${buyer}`,
    "",
  ].join("\n");
