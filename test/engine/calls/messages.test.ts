import { read, utils } from "@e965/xlsx";
import Papa from "papaparse";
import { beforeAll, describe, expect, test } from "vitest";
import { messageLength } from "../../../shared/domain/message/messageLength.ts";
import { textOf } from "../print/coupons.ts";
import type { Asked } from "../setUp.ts";
import { newCampaign, newCustomer, openWorld, sell, type World } from "./world.ts";

let world: World;
let campaignId = "";

const agree = (customerId: string, channel: "print" | "sms" | "zalo" | "email") =>
  world.take("consent.record", {
    customerId,
    purpose: "marketing",
    channel,
    state: "granted",
    wording: "Tôi đồng ý",
    source: "counter",
  });

const TEMPLATE = "{givenName} ơi, {shop} tặng {offer}, mã {code}, đến {until}. Mong gặp lại";

const messages = (over: Partial<Asked<"campaign.messages">> = {}) =>
  world.take("campaign.messages", {
    campaignId,
    channel: "sms",
    template: TEMPLATE,
    format: "json",
    ...over,
  });

beforeAll(async () => {
  world = await openWorld();
  const { an, binh } = world;
  await agree(an, "sms");
  await agree(binh, "print");
  const mailed = await newCustomer(world, {
    name: '=HYPERLINK("http://x")',
    emails: ["chi@example.com"],
  });
  const silent = await newCustomer(world, { name: "Trần Không Số" });
  const used = await newCustomer(world, { name: "Phạm Dùng Rồi", phones: ["+84 911 111 111"] });
  for (const one of [mailed, silent, used]) {
    await agree(one, "print");
    await agree(one, "sms");
    await agree(one, "email");
  }
  ({ campaignId } = await newCampaign(world));
  await world.take("campaign.issue", { campaignId });
  const { coupons } = await world.take("campaign.list", { campaignId, format: "json" });
  const code = coupons.find(({ customerId }) => customerId === used)?.code ?? "";
  await sell(world, { customerId: used, lines: [{ sku: "TEA" }], couponCodes: [code] });
}, 60_000);

describe("a campaign's messages", () => {
  test("go to who agreed to the channel, has an address and an open coupon; others are counted", async () => {
    const { messages: all, count, skipped } = await messages();
    expect(all.map(({ customerId, to }) => [customerId, to])).toEqual([[world.an, "+84912345678"]]);
    expect(count).toBe(1);
    expect(Object.fromEntries(skipped.map(({ why, count: n }) => [why, n]))).toEqual({
      NoMarketingConsent: 1,
      NoPhone: 2,
      CouponNotOpen: 1,
    });
    const byMail = await messages({ channel: "email" });
    expect(byMail.messages.map(({ to }) => to)).toEqual(["chi@example.com"]);
    expect((await messages({ channel: "zalo" })).messages).toEqual([]);
  });

  test("count people, of whom each has several coupons, and not coupons", async () => {
    const several = await newCampaign(world, { maxUsesPerCustomer: 3 });
    await world.take("campaign.issue", { campaignId: several.campaignId });
    const list = { campaignId: several.campaignId, format: "json" } as const;
    const { coupons } = await world.take("campaign.list", list);
    const own = coupons.filter(({ customerId }) => customerId === world.an);
    await sell(world, {
      ...{ customerId: world.an, lines: [{ sku: "TEA" }] },
      couponCodes: own.slice(0, 1).map(({ code }) => code),
    });
    const { count, skipped } = await messages({ campaignId: several.campaignId });
    const skippedCount = skipped.reduce((sum, one) => sum + one.count, 0);
    // An has used one of three, and is written to.
    expect(count + skippedCount).toBe(coupons.length / 3);
    expect(skipped.find(({ why }) => why === "CouponNotOpen")).toBeUndefined();
  });

  test("say what the coupon is, to its person, in the list's language", async () => {
    const { messages: vietnamese } = await messages();
    expect(vietnamese[0]?.text).toMatch(
      /^An ơi, Tạp hóa Quen tặng Giảm 10%, mã [0-9A-Z-]{9,13}, đến 31\/12\/2026. Mong gặp lại$/,
    );
    const { messages: english } = await messages({ template: "{offer} {until}", locale: "en" });
    expect(english[0]?.text).toBe("10% off 31 Dec 2026");
  });

  test("say from when a campaign holds that begins later, as its slips do", async () => {
    const later = await newCampaign(world, { fromDay: "2026-12-01" });
    const { campaignId: laterId } = later;
    await world.take("campaign.issue", { campaignId: laterId });
    const ahead = { campaignId: laterId, template: "{from} {until}" };
    expect((await messages(ahead)).messages[0]?.text).toBe("01/12/2026 31/12/2026");
    const list = { campaignId: laterId, format: "html" } as const;
    const { document } = await world.take("campaign.list", list);
    expect(textOf(document ?? "")).toContain("Từ 01/12/2026 đến hết 31/12/2026");
    const { document: now } = await world.take("campaign.list", { ...list, campaignId });
    expect(textOf(now ?? "")).toContain("Dùng đến hết 31/12/2026");
  });

  test("tell their length, and what leaving out the marks would save", async () => {
    const { messages: all, longest, partsInAll, unmarked } = await messages();
    const [one] = all;
    expect(one).toMatchObject({ ...messageLength(one?.text ?? "", "sms"), encoding: "ucs2" });
    expect({ longest, partsInAll }).toEqual({
      longest: { characters: one?.characters, parts: 2 },
      partsInAll: 2,
    });
    expect(unmarked).toMatchObject({ partsInAll: 1, longest: { parts: 1 } });
    const plain = await messages({ withoutMarks: true });
    expect(plain).toMatchObject({ partsInAll: 1, messages: [{ parts: 1, encoding: "gsm7" }] });
    expect(plain.messages[0]?.text).toContain("An oi, Tap hoa Quen tang Giam 10%");
    expect(plain.unmarked).toBeUndefined();
  });

  test("tell which placeholders are none", async () => {
    expect((await messages({ template: "{ten} {code}" })).unknownPlaceholders).toEqual(["{ten}"]);
  });
});

describe("as a table", () => {
  test("in CSV no cell is a formula, and a number is what senders take", async () => {
    const { document = "" } = await messages({ format: "csv" });
    expect(document.startsWith("\ufeff")).toBe(true);
    const rows = Papa.parse<string[]>(document.slice(1).trimEnd()).data;
    expect(rows[0]).toEqual(["Điện thoại", "Khách hàng", "Tin nhắn", "Mã phiếu", "Dùng đến hết"]);
    expect(rows[1]?.slice(0, 2)).toEqual(["84912345678", "Nguyễn Thị An"]);
    const mail = await messages({ format: "csv", channel: "email", template: "{name}" });
    const [, row] = Papa.parse<string[]>((mail.document ?? "").slice(1).trimEnd()).data;
    expect(row?.slice(0, 3)).toEqual([
      "chi@example.com",
      `'=HYPERLINK("http://x")`,
      `'=HYPERLINK("http://x")`,
    ]);
  });

  test("in a workbook every cell is text, the phone with its sign", async () => {
    const { base64 = "" } = await messages({ format: "xlsx" });
    const book = read(base64, { type: "base64" });
    const sheet = book.Sheets.Quen ?? {};
    const cells = Object.entries(sheet).filter(([place]) => !place.startsWith("!"));
    expect(cells.every(([, cell]) => cell.t === "s" && cell.f === undefined)).toBe(true);
    const [, row] = utils.sheet_to_json<string[]>(sheet, { header: 1 });
    expect(row?.slice(0, 2)).toEqual(["+84912345678", "Nguyễn Thị An"]);
    const mail = await messages({ format: "xlsx", channel: "email", template: "{name}" });
    const other = read(mail.base64 ?? "", { type: "base64" }).Sheets.Quen ?? {};
    expect(other.B2).toMatchObject({ t: "s", v: '=HYPERLINK("http://x")' });
    expect(other.B2.f).toBeUndefined();
  });
});

describe("the list of a mailing", () => {
  const contactsOf = (rows: readonly (readonly string[])[]) =>
    new Map(rows.slice(1).map(([name, , ...cells]) => [name, cells.slice(0, 4)]));

  test("has each number and address only for the channels that its person agreed to", async () => {
    const { document = "" } = await world.take("campaign.list", { campaignId, format: "csv" });
    const rows = Papa.parse<string[]>(document.replace(/^\ufeff/, "").trimEnd()).data;
    expect(rows[0]?.slice(2, 6)).toEqual(["Số nhận SMS", "Số Zalo", "Số gọi điện", "E-mail"]);
    expect(contactsOf(rows)).toEqual(
      new Map([
        ["Nguyễn Thị An", ["84912345678", "", "", ""]],
        ["Lê Văn Bình", ["", "", "", ""]],
        ['\'=HYPERLINK("http://x")', ["", "", "", "chi@example.com"]],
        ["Trần Không Số", ["", "", "", ""]],
      ]),
    );
  });

  test("is a workbook as well, in which a number keeps its plus", async () => {
    const { base64 = "" } = await world.take("campaign.list", { campaignId, format: "xlsx" });
    const { Sheets } = read(base64, { type: "base64" });
    const rows = utils.sheet_to_json<string[]>(Sheets.Quen ?? {}, { header: 1 });
    expect(contactsOf(rows).get("Nguyễn Thị An")).toEqual(["+84912345678", "", "", ""]);
  });
});

describe("a campaign's words", () => {
  test("are kept apart from those of others, and used until they are written anew", async () => {
    const first = await messages({ template: undefined });
    expect(first.template).toContain("{offer}");
    await world.take("campaign.keepWords", { campaignId, message: "{givenName}: {code}" });
    const kept = await messages({ template: undefined });
    expect(kept.template).toBe("{givenName}: {code}");
    expect(kept.messages[0]).toMatchObject({ customerName: "Nguyễn Thị An" });
    expect(kept.messages[0]?.text).toMatch(/^An: [0-9A-Z-]{12}$/);
    const other = await newCampaign(world);
    await world.take("campaign.issue", { campaignId: other.campaignId });
    const others = await messages({ template: undefined, campaignId: other.campaignId });
    expect(others.template).toBe(first.template);
  });

  test("of a letter stand in each person's letter, and leave the message as it was", async () => {
    const list = { campaignId, format: "html", layout: "letter" } as const;
    const before = await world.take("campaign.list", list);
    expect(before.letter).toContain("Cảm ơn bạn đã luôn ghé {shop}");
    expect(textOf(before.document ?? "")).toContain("Cảm ơn bạn đã luôn ghé Tạp hóa Quen");
    const { template } = await messages({ template: undefined });
    await world.take("campaign.keepWords", { campaignId, letter: "{givenName} & {offer} <b>" });
    const after = await world.take("campaign.list", list);
    expect(after.letter).toBe("{givenName} & {offer} <b>");
    expect(textOf(after.document ?? "")).toContain("An & Giảm 10% <b>");
    expect((await messages({ template: undefined })).template).toBe(template);
  });

  test("of a letter that is longer than its page are told as cut", async () => {
    const list = { campaignId, format: "html", layout: "letter" } as const;
    for (const [lines, isCut] of [
      [16, undefined],
      [17, true],
    ] as const) {
      const letter = Array.from({ length: lines }, () => "Mời {givenName}").join("\n");
      await world.take("campaign.keepWords", { campaignId, letter });
      expect((await world.take("campaign.list", list)).isLetterCut).toBe(isCut);
    }
  });

  test("of a letter in capitals are told as cut sooner: they stand wider", async () => {
    const list = { campaignId, format: "html", layout: "letter" } as const;
    const letter = "Kính gửi quý khách hàng thân thiết của tiệm. "
      .repeat(23)
      .trim()
      .slice(0, 1_000);
    for (const [words, isCut] of [
      [letter, undefined],
      [letter.toLocaleUpperCase("vi"), true],
    ] as const) {
      await world.take("campaign.keepWords", { campaignId, letter: words });
      expect((await world.take("campaign.list", list)).isLetterCut).toBe(isCut);
    }
  });
});
