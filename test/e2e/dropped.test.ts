import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "@playwright/test";
import { signIn } from "./app/atTheTill.ts";
import { dropFiles, holdFiles } from "./app/dropFiles.ts";
import { expect } from "./app/expect.ts";
import { writeOrderPapers } from "./app/orderPapers.ts";
import { openSmallShop, owner, type SmallShop } from "./app/smallShop.ts";

test.describe.configure({ mode: "serial" });

let folder: string;
let papers: ReturnType<typeof writeOrderPapers>;
let quen: SmallShop;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "quen-dropped-"));
  papers = writeOrderPapers(folder);
  quen = await openSmallShop();
  await signIn(quen.page, owner.pin);
  await quen.page.keyboard.press("Alt+3");
  await expect(quen.page.getByTestId("orders")).toBeVisible();
});
test.afterAll(async () => {
  await quen.close();
  rmSync(folder, { recursive: true, force: true });
});

const refused = () => quen.page.getByTestId("file-refused");

test("two files at once are refused in words, and so is a folder", async () => {
  const { page } = quen;
  await dropFiles(page, [papers.shopify.path, papers.ownList]);
  await expect(refused()).toContainText("Mỗi lần chỉ nhập một tệp");
  await dropFiles(page, [folder]);
  await expect(refused()).toContainText("Đây là thư mục");
});

test("a file held over the screen is shown where to, and let go it is rehearsed", async () => {
  const { page } = quen;
  const held = await holdFiles(page, [papers.shopify.path]);
  await expect(page.getByTestId("drop-target")).toContainText("Thả tệp đơn vào đây");
  await page.screenshot({ path: test.info().outputPath("drop-target.png") });
  await held.letGo();
  await expect(page.getByTestId("rehearsal")).toContainText("orders_export_1.csv");
  await expect(page.getByTestId("drop-target")).toBeHidden();
});

test("a page of our own cannot make up a file that was dropped", async () => {
  const { page } = quen;
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("orders")).toBeVisible();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(["a,b"], "made-up.csv"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
  });
  await expect(refused()).toBeHidden();
  await expect(page.getByTestId("orders")).toBeVisible();
});
