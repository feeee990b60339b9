import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { looksVietnamese } from "../../../../electron/engine/imports/text/legacyVietnamese.ts";
import { fixtureText, readText, refusalOf, written } from "../orderFiles.ts";

const csv = fixtureText("shopify.csv");
const plain = await readText(csv);

describe("a file reads the same in each of its alphabets", () => {
  test.each([
    ["UTF-8 with its mark", iconv.encode(csv, "utf-8", { addBOM: true })],
    ["UTF-16 little end first", iconv.encode(csv, "utf-16le", { addBOM: true })],
    ["UTF-16 big end first", iconv.encode(csv, "utf-16be", { addBOM: true })],
    ["UTF-16 little end first without a mark", iconv.encode(csv, "utf-16le", { addBOM: false })],
    ["UTF-16 big end first without a mark", iconv.encode(csv, "utf-16be", { addBOM: false })],
    ["Windows' Vietnamese", windows1258(csv)],
  ])("%s", async (_, bytes) => {
    const { orders, rejects } = await readText(bytes);
    expect(rejects).toEqual([]);
    expect(orders).toEqual(plain.orders);
  });

  test("western letters of one byte", async () => {
    const header = "Name,Financial Status,Total,Created at,Lineitem quantity,Lineitem name";
    const row = "Q1,paid,5,2026-03-01,1,Crème brûlée à la façon d'été – señor Müller";
    const text = `${header},Lineitem price\n${row},5\n`;
    const { orders } = await readText(iconv.encode(text, "windows-1252"));
    expect(orders[0]?.lines[0]?.name).toBe("Crème brûlée à la façon d'été – señor Müller");
  });

  test("a JSON document in UTF-16", async () => {
    const { orders } = await readText(iconv.encode(fixtureText("woocommerce.json"), "utf-16le"));
    expect(orders[0]?.buyer?.name).toBe("Trần Thị Mai");
  });
});

test("old line ends of the Mac are line ends", async () => {
  const { orders } = await readText(fixtureText("lazada.csv").replaceAll("\r\n", "\r"));
  expect(orders).toHaveLength(3);
});

test("a letter that is broken rejects its row and spares the others", async () => {
  const bytes = Buffer.from(csv);
  const at = bytes.indexOf("Lê Văn Ba");
  bytes[at + 1] = 0xff;
  const { orders, rejects } = await readText(bytes);
  expect(orders).toHaveLength(2);
  expect(rejects.map(({ row, reason }) => [row, reason.kind])).toEqual([[4, "TextUnreadable"]]);
});

test("a file cut in the middle of a letter is still UTF-8", async () => {
  const bytes = Buffer.from(csv);
  const end = bytes.lastIndexOf("Khăn lụa") + 3;
  const { orders, rejects } = await readText(bytes.subarray(0, end));
  expect(orders).toHaveLength(2);
  expect(rejects).toHaveLength(1);
});

test("of a few letters too, the last of which is cut, the others are kept", async () => {
  const header = "Name,Financial Status,Total,Created at,Lineitem quantity,Lineitem price";
  const row = "Q1,paid,5,2026-03-01,1,5,Nón";
  const text = Buffer.from(`${header},Lineitem name\n${row}\n${row.replace("Q1", "Q2")}ế`);
  const { orders, rejects } = await readText(text.subarray(0, -1));
  expect(orders[0]?.lines[0]?.name).toBe("Nón");
  expect(rejects.map(({ reason }) => reason.kind)).toEqual(["TextUnreadable"]);
});

test("letters that stand on the border of two chunks stay whole", async () => {
  const rows = Array.from({ length: 9_000 }, (_, index) =>
    csv.split("\n").slice(1, 4).join("\n").replaceAll("#2001", `Q${index}`),
  );
  const { orders, rejects } = await readText([csv.split("\n")[0], ...rows].join("\n"));
  expect(rejects).toEqual([]);
  expect(new Set(orders.map(({ buyer }) => buyer?.name))).toEqual(new Set(["Trần Thị Mai"]));
});

test("zeros in what is else text are no alphabet", async () => {
  const path = written(`${csv}\0\0`);
  expect(await refusalOf(path)).toEqual({ kind: "EncodingUnknown" });
});

describe("which alphabet of one byte it is, is told by where its tones stand", () => {
  test.each([
    ["Trần Thị Mai, Quần jean, Điện thoại", true],
    ["Nguyễn Văn Ánh", true],
  ])("%s is Vietnamese", (text, expected) => {
    expect(looksVietnamese(windows1258(text))).toBe(expected);
  });
  test.each([
    "perché così però Crème",
    "Ação de graças, três pães",
    "Ð ýmis Þór",
  ])("%s is western", (text) =>
    expect(looksVietnamese(iconv.encode(text, "windows-1252"))).toBe(false));
});

/** Its letters have their hats and horns on, and their tones behind them. */
function windows1258(text: string): Buffer {
  const hats = "\u0302|\u0306|\u031b";
  const dotsLast = new RegExp(`\u0323(${hats})`, "g");
  const hatted = new RegExp(`[a-z](?:${hats})`, "gi");
  const letters = text
    .normalize("NFD")
    .replace(dotsLast, "$1\u0323")
    .replace(hatted, (pair) => pair.normalize("NFC"));
  return iconv.encode(letters, "windows-1258");
}
