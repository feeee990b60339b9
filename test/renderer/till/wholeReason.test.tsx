import { screen, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { haProfile } from "../fake/fakePeople.ts";
import { nowMs, type Opened, openTill, take } from "../openWindow.tsx";

afterEach(() => vi.restoreAllMocks());

const long = "Chọn ngày 16/11/2026: mua cà phê, sữa đặc và bánh quy gần như tuần nào cũng có";

/** A card has room for forty letters of a reason, until it is shown whole. */
const openHa = async (): Promise<Opened> => {
  vi.spyOn(Element.prototype, "clientHeight", "get").mockReturnValue(60);
  vi.spyOn(Element.prototype, "scrollHeight", "get").mockImplementation(function (this: Element) {
    return (this.textContent?.length ?? 0) > 40 ? 100 : 60;
  });
  const { coupons, ...profile } = haProfile(nowMs);
  const opened = await openTill({
    "customer.profile": () => ({
      ...profile,
      suggestions: [],
      coupons: coupons.map((coupon, at) => ({ ...coupon, reason: at === 0 ? long : "Sinh nhật" })),
    }),
  });
  await take(opened, "567");
  await screen.findByTestId("customer-name");
  return opened;
};

const firstCoupon = (): HTMLElement =>
  within(screen.getByTestId("coupons")).getAllByRole("listitem")[0] ?? document.body;
const keyOfIt = (): HTMLElement =>
  within(firstCoupon()).getByRole("button", { name: /^Vì sao có phiếu/u });

test("a reason that is cut has a key that shows it whole, and one that is not has none", async () => {
  const { user } = await openHa();
  expect(screen.getAllByRole("button", { name: /^Vì sao có phiếu/u })).toHaveLength(1);
  expect(keyOfIt()).toHaveAttribute("aria-expanded", "false");
  await user.click(keyOfIt());
  expect(keyOfIt()).toHaveAttribute("aria-expanded", "true");
  expect(within(firstCoupon()).getByText(long).className).toMatch(/whole/u);
  await user.click(keyOfIt());
  expect(within(firstCoupon()).getByText(long).className).not.toMatch(/whole/u);
});

test("where the evidence is opened by its key, the reasons of coupons are read whole as well", async () => {
  const { user } = await openHa();
  await user.keyboard("?");
  expect(within(firstCoupon()).getByText(long).className).toMatch(/whole/u);
  expect(keyOfIt()).toHaveAttribute("aria-expanded", "true");
  await user.keyboard("?");
  expect(within(firstCoupon()).getByText(long).className).not.toMatch(/whole/u);
});
