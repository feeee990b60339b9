import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "@playwright/test";
import { onSmallDisk } from "../faults/smallDisk.ts";
import { expectTotal, payCash, scan, signIn } from "./app/atTheTill.ts";
import { expect } from "./app/expect.ts";
import { asking } from "./app/openQuen.ts";
import { goods, openSmallShop, owner } from "./app/smallShop.ts";

const aSale = {
  lines: [{ sku: goods.milk.sku, quantity: 1 }],
  payments: [{ method: "cash", amountMinor: 27_500 }],
};

const fillUp = (path: string): void => {
  const block = Buffer.alloc(1_024);
  expect(() => {
    for (;;) writeFileSync(path, block, { flag: "a" });
  }).toThrow("ENOSPC");
};

const context = { skip: (why: string) => test.info().skip(true, why) };

test("on a full disk the window stays, says why nothing is sold, and sells on when there is room", () =>
  onSmallDisk(context, "120m", async (folder) => {
    const quen = await openSmallShop({ folder });
    await signIn(quen.page, owner.pin);
    fillUp(join(folder, "ballast"));
    // More refusals than the last page of its log has room for.
    let refused = 0;
    for (let at = 0; at < 60; at += 1) {
      const sold = await asking(quen)("sale.commit", aSale).catch(String);
      if (String(sold).includes("disk-full")) refused += 1;
    }
    expect(refused).toBeGreaterThan(20);
    rmSync(join(folder, "ballast"));
    await scan(quen.page, goods.coffee.barcode);
    await expectTotal(quen.page, /86\.000/);
    await payCash(quen.page, { handed: "100000" });
    await expect(quen.page.getByTestId("change-due")).toHaveText(/14\.000/);
    await quen.close();
  }));
