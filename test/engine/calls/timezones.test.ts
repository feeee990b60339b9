import { expect, test } from "vitest";
import { openShop } from "../setUp.ts";

test.each([
  { timezone: "Asia/Yangon", atUtc: "2026-11-21T17:29:59Z", day: "2026-11-21" },
  { timezone: "Asia/Yangon", atUtc: "2026-11-21T17:30:00Z", day: "2026-11-22" },
  { timezone: "Asia/Kathmandu", atUtc: "2026-11-21T18:15:00Z", day: "2026-11-22" },
  { timezone: "Europe/Kyiv", atUtc: "2026-07-21T21:00:00Z", day: "2026-07-22" },
  { timezone: "America/Argentina/Buenos_Aires", atUtc: "2026-11-20T02:59:59Z", day: "2026-11-19" },
  { timezone: "US/Eastern", atUtc: "2026-11-20T04:59:59Z", day: "2026-11-19" },
  { timezone: "GMT", atUtc: "2026-11-22T00:00:00Z", day: "2026-11-22" },
])("a shop in $timezone sells at $atUtc on $day", async ({ timezone, atUtc, day }) => {
  const shop = await openShop({ timezone, currency: "USD" });
  await shop.take("catalog.import", { products: [{ sku: "TEA", name: "Tea", priceMinor: 500 }] });
  const { saleId } = await shop.take("sale.commit", {
    lines: [{ sku: "TEA" }],
    payments: [{ method: "card", amountMinor: 500 }],
    soldAtMs: Date.parse(atUtc),
  });
  expect(await shop.take("sale.get", { saleId })).toMatchObject({ businessDay: day });
});

test.each([
  "Mars/Olympus",
  "+07:00",
  "07",
  "Asia/",
])("%s is no place that tells the day", async (timezone) => {
  const shop = await openShop({ isSetUp: false });
  const setUp = { name: "A", currency: "USD", locale: "en", ownerName: "A", ownerPin: "1234" };
  const answer = await shop.send("shop.setup", { requestId: shop.newId(), ...setUp, timezone });
  expect(answer).toMatchObject({ error: { data: { kind: "TimezoneUnknown" } } });
});
