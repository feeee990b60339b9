import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { catchUpSearch } from "../../../electron/engine/usecases/customers/people.ts";
import { openShop, type TestShop } from "../setUp.ts";
import { newCustomer, openWorld, sell } from "./world.ts";

const found = async (shop: TestShop, text: string, limit = 20): Promise<readonly string[]> => {
  const { matches } = await shop.take("customer.search", { text, limit });
  return matches.map(({ name }) => name);
};

describe("in a shop in Vietnam", () => {
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop();
    const people = [
      { name: "Trần Hà", phones: ["0912 345 678"] },
      { name: "Trần Ha", phones: ["0987 111 222"] },
      { name: "Nguyễn Thị Hạnh", phones: ["+84 38 123 4567"] },
      { name: "Đặng Đức Đạt", emails: ["dat.dang+quen@example.com"] },
      { name: "José Öztürk", phones: ["+44 7911 123456"] },
      { name: "Ann Smith", phones: ["+1 202 555 0143"] },
      { name: "An", phones: ["0901 234 567"] },
      { name: "Vy" },
      { name: "Quán Cơm 79", phones: ["0281 234 5670"] },
      { name: "100% Cotton_Shop" },
      { name: "Robert'); DROP TABLE documents;--" },
    ];
    for (const person of people) await newCustomer(shop, person);
    const [card] = (await shop.take("customer.search", { text: "vy" })).matches;
    await shop.take("customer.addIdentity", {
      customerId: card?.customerId ?? "",
      kind: "card",
      value: "Quen-00A7",
    });
  }, 60_000);

  test.each([
    ["ha", ["Trần Ha", "Trần Hà", "Nguyễn Thị Hạnh"]],
    ["hà", ["Trần Hà", "Trần Ha"]],
    ["HÀ", ["Trần Hà", "Trần Ha"]],
    ["ha\u0300", ["Trần Hà", "Trần Ha"]],
    ["dat", ["Đặng Đức Đạt"]],
    ["đạt", ["Đặng Đức Đạt"]],
    ["dang duc", ["Đặng Đức Đạt"]],
    ["ĐUC dat", ["Đặng Đức Đạt"]],
    ["jose", ["José Öztürk"]],
    ["ÖZTÜRK", ["José Öztürk"]],
    ["ozturk jose", ["José Öztürk"]],
    ["smith ann", ["Ann Smith"]],
    ["SMITH, Ann", ["Ann Smith"]],
    ["vy", ["Vy"]],
    ["h thi n", ["Nguyễn Thị Hạnh"]],
    ["quán 79", ["Quán Cơm 79"]],
    ["quan com", ["Quán Cơm 79"]],
  ])("by name, marks or not, in any order: %s", async (text, names) => {
    const hits = await found(shop, text);
    expect(hits.slice(0, names.length)).toEqual(names);
  });

  test.each([
    ["5678", "Trần Hà"],
    ["345678", "Trần Hà"],
    ["345 678", "Trần Hà"],
    ["0912345678", "Trần Hà"],
    ["0912 345 678", "Trần Hà"],
    ["+84912345678", "Trần Hà"],
    ["0084 912 345 678", "Trần Hà"],
    ["84 912.345.678", "Trần Hà"],
    ["0912", "Trần Hà"],
    ["912 345", "Trần Hà"],
    ["+84 912", "Trần Hà"],
    ["0381234567", "Nguyễn Thị Hạnh"],
    ["0168 123 4567", "Nguyễn Thị Hạnh"],
    ["+84 168 1234567", "Nguyễn Thị Hạnh"],
    ["7911 123", "José Öztürk"],
    ["+44 7911", "José Öztürk"],
    ["(202) 555", "Ann Smith"],
    ["202-555-0143", "Ann Smith"],
    ["hà 0912", "Trần Hà"],
    ["ha 5678", "Trần Hà"],
    ["678 tran", "Trần Hà"],
    ["01234567", "An"],
    ["028 1234", "Quán Cơm 79"],
    ["79", "Quán Cơm 79"],
  ])("by digits of the phone, with any spacing: %s", async (text, name) => {
    expect(await found(shop, text)).toContain(name);
  });

  test.each([
    ["dat.dang+quen@example.com", "Đặng Đức Đạt"],
    ["DAT.DANG@", undefined],
    ["dat.dang+quen@", "Đặng Đức Đạt"],
    ["quen-00a7", "Vy"],
    ["QUEN-00A7", "Vy"],
  ])("by the beginning of an e-mail, or by a card's text: %s", async (text, name) => {
    expect(await found(shop, text)).toEqual(name === undefined ? [] : [name]);
  });

  test("names with other digits of the phone are not the one meant", async () => {
    expect(await found(shop, "hà 0987")).toEqual(["Trần Ha"]);
    expect(await found(shop, "hà 4444")).toEqual([]);
  });

  test.each([
    "%",
    "_",
    "%%",
    "*",
    '"',
    "' OR 1=1",
    "?",
    "^",
    "()",
    "-",
    "+",
    "AND",
    "NEAR(",
  ])("%j is text: it matches nobody by itself", async (text) => {
    expect(await found(shop, text)).toEqual([]);
  });

  test.each([
    ["100%", ["100% Cotton_Shop"]],
    ["cotton_shop", ["100% Cotton_Shop"]],
    ["drop table", ["Robert'); DROP TABLE documents;--"]],
    ["ha OR vy", []],
    ["ha NOT vy", []],
    ["name:vy", []],
  ])("what looks like an operator is text: %s", async (text, names) => {
    expect(await found(shop, text)).toEqual(names);
  });

  test("any text whatever is answered", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 60 }), async (text) => {
        expect(Array.isArray(await found(shop, text))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test("any name is found by any of its words, without marks too", async () => {
    const names = ["Nguyễn Thị Hạnh", "Đặng Đức Đạt", "José Öztürk", "Trần Hà"];
    const asked = fc.constantFrom(...names).chain((name) =>
      fc.record({
        name: fc.constant(name),
        words: fc.shuffledSubarray(name.split(" "), { minLength: 1 }),
        cut: fc.integer({ min: 1, max: 6 }),
        bare: fc.boolean(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(asked, async ({ name, words, cut, bare }) => {
        const typed = words.map((word) => word.slice(0, cut)).join("  ");
        const text = bare
          ? typed.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d")
          : typed;
        expect(await found(shop, text)).toContain(name);
      }),
      { numRuns: 100 },
    );
  });
});

describe("in a shop in another country", () => {
  test.each([
    ["America/New_York", "USD", "(202) 555-0143", "(202) 555"],
    ["America/New_York", "USD", "(202) 555-0143", "202555"],
    ["Europe/London", "GBP", "07911 123456", "7911 123"],
    ["Europe/London", "GBP", "07911 123456", "07911"],
    ["Asia/Kuwait", "KWD", "5012 3456", "5012"],
  ])("a phone is found from its front: %s %s %s by %s", async (timezone, currency, phone, text) => {
    const shop = await openShop({ timezone, currency, locale: "en" });
    await newCustomer(shop, { name: "Ann Smith", phones: [phone] });
    expect(await found(shop, text)).toEqual(["Ann Smith"]);
  });
});

test("where nothing was typed, the latest visitors are shown", async () => {
  const shop = await openWorld();
  expect(await found(shop, "  ")).toEqual(["Lê Văn Bình", "Nguyễn Thị An"]);
  await sell(shop, { customerId: shop.an, lines: [{ sku: "TEA" }] });
  catchUpSearch(shop.engine());
  expect(await found(shop, "")).toEqual(["Nguyễn Thị An", "Lê Văn Bình"]);
});

describe("of many who match", () => {
  test("the latest visitor comes first, and whole words before beginnings", async () => {
    const shop = await openWorld();
    const ids: string[] = [];
    for (const name of ["Lê Mai", "Lê Maika", "Lê Mai Chi"]) {
      ids.push(await newCustomer(shop, { name }));
    }
    expect(await found(shop, "le mai")).toEqual(["Lê Mai Chi", "Lê Mai", "Lê Maika"]);
    shop.clock.nowMs += 1_000;
    await sell(shop, { customerId: ids[0] ?? "", lines: [{ sku: "TEA" }] });
    catchUpSearch(shop.engine());
    expect(await found(shop, "le mai")).toEqual(["Lê Mai", "Lê Mai Chi", "Lê Maika"]);
    const { matches } = await shop.take("customer.search", { text: "le mai", limit: 1 });
    expect(matches).toEqual([
      expect.objectContaining({ customerId: ids[0], lastPurchaseAtMs: shop.clock.nowMs }),
    ]);
  });

  test("no more are told than were asked for", async () => {
    const shop = await openShop();
    for (let number = 0; number < 30; number += 1) {
      const phones = [`09123${String(number).padStart(5, "0")}`];
      await newCustomer(shop, { name: `An ${number}`, phones });
    }
    expect(await found(shop, "an")).toHaveLength(20);
    expect(await found(shop, "an", 7)).toHaveLength(7);
    expect(await found(shop, "0912", 7)).toHaveLength(7);
    expect(await found(shop, "an", 500)).toHaveLength(30);
  });

  test("a number that ends so comes before one in which the digits only begin", async () => {
    const shop = await openShop();
    await newCustomer(shop, { name: "Ends", phones: ["0987 600 912"] });
    await newCustomer(shop, { name: "Begins", phones: ["0912 345 678"] });
    expect(await found(shop, "0912")).toEqual(["Ends", "Begins"]);
  });

  test("a changed name and a new phone are found at once, and the old name is not", async () => {
    const shop = await openWorld();
    await shop.take("customer.update", { customerId: shop.an, name: "Nguyễn Thị Ngân" });
    await shop.take("customer.addIdentity", {
      customerId: shop.an,
      kind: "phone",
      value: "0333 444 555",
    });
    expect(await found(shop, "ngân")).toEqual(["Nguyễn Thị Ngân"]);
    expect(await found(shop, "4555")).toEqual(["Nguyễn Thị Ngân"]);
    expect(await found(shop, "thi an")).toEqual([]);
  });
});
