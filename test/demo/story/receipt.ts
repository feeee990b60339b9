import { join } from "node:path";
import { expect } from "../../e2e/app/expect.ts";
import type { Quen } from "../../e2e/app/openQuen.ts";
import { printedText } from "../../e2e/app/paper.ts";
import { check } from "./telling.ts";

/** Looks at the receipt beside the change due, keeps a picture of it as `receipt.png`, prints it. */
export const printReceipt = async (quen: Quen, folder: string): Promise<void> => {
  const { page } = quen;
  const paper = page.frameLocator("iframe");
  await expect(paper.getByText("Tạp hoá Mi").first()).toBeVisible();
  await page.screenshot({ path: join(folder, "receipt.png") });
  const number = (await page.getByTestId("receipt-number").innerText()).split(" ").at(-1) ?? "?";
  await page.keyboard.press("Control+P");
  await expect(page.getByText("Đã in.")).toBeVisible();
  const text = printedText(quen, 1);
  check(text.includes(number), `the printed receipt does not bear the number ${number}`);
  check(text.includes("Tạp hoá Mi"), "the printed receipt does not say whose it is");
};
