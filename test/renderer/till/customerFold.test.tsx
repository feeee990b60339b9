import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { useBasket } from "../../../renderer/stores/till/basket.ts";
import type { Handlers } from "../fake/fakeBridge.ts";
import { haProfile } from "../fake/fakePeople.ts";
import { fakeQuote } from "../fake/fakeSales.ts";
import { nowMs, type Opened, openTill, settled, take } from "../openWindow.tsx";

const wide = window.matchMedia;

/** A window of 1024, as far as the components ask. */
beforeEach(() => {
  Object.assign(window, {
    matchMedia: (query: string) => ({ ...wide(query), matches: query.includes("max-width") }),
  });
});
afterEach(() => {
  Object.assign(window, { matchMedia: wide });
});

const openWithPerson = async (handlers: Handlers = {}): Promise<Opened> => {
  const opened = await openTill(handlers);
  await take(opened, "567");
  await screen.findByTestId("customer-name");
  await settled();
  return opened;
};

const card = () => screen.getByTestId("customer-card");
const whole = () => screen.queryByTestId("customer-panel");
const offered = () => within(card()).getByTestId(/^suggestion-/u);

/** The far end of these tests offers two things to whoever buys condensed milk. */
const openWithOffers = async (): Promise<Opened> => {
  const opened = await openWithPerson();
  await take(opened, "sua dac");
  await within(card()).findByTestId(/^suggestion-/u);
  return opened;
};

test("in a small window the card says who, worth, points, the first offer and how many coupons", async () => {
  await openWithOffers();
  expect(card()).toHaveTextContent("Nguyễn Thị Thu Hà");
  expect(card()).toHaveTextContent("8,4 tr");
  expect(card()).toHaveTextContent("1.284 điểm");
  expect(card()).toHaveTextContent("2 phiếu");
  expect(offered()).toHaveTextContent("F6");
  expect(whole()).toBeNull();
});

test("each of their coupons says why it is theirs", async () => {
  const { user } = await openWithPerson();
  await user.keyboard("{Control>}k{/Control}");
  const coupons = within(screen.getByTestId("coupons"));
  for (const { code, reason } of haProfile(nowMs).coupons) {
    expect(coupons.getByTestId(`coupon-${code}`)).toHaveTextContent(reason);
  }
});

test("Ctrl K lays all of it over the basket's side, and Escape takes it back", async () => {
  const { user } = await openWithPerson();
  await user.keyboard("{Control>}k{/Control}");
  expect(within(screen.getByTestId("customer-panel")).getByTestId("coupons")).toBeVisible();
  expect(screen.getByTestId("unfold")).toHaveAttribute("aria-expanded", "true");
  expect(screen.getByTestId("pay-cash")).toBeVisible();
  await user.keyboard("{Escape}");
  expect(whole()).toBeNull();
});

test("Page Down reads on in it while the keyboard stays in the omnibox", async () => {
  const { user } = await openWithPerson();
  await user.keyboard("{Control>}k{/Control}");
  const panel = screen.getByTestId("customer-panel");
  Object.defineProperty(panel, "clientHeight", { value: 300 });
  await user.keyboard("{PageDown}{PageDown}{PageUp}");
  expect(panel.scrollTop).toBe(270);
  expect(screen.getByTestId("omnibox")).toHaveFocus();
});

test("a long basket that the keyboard is in keeps the key to itself", async () => {
  const { user } = await openWithOffers();
  await user.keyboard("{Control>}k{/Control}");
  const panel = screen.getByTestId("customer-panel");
  Object.defineProperty(panel, "clientHeight", { value: 300 });
  const basket = screen.getByTestId("line-SD-380");
  Object.assign(basket, { tabIndex: 0 }).style.overflowY = "auto";
  Object.defineProperty(basket, "scrollHeight", { value: 900 });
  act(() => basket.focus());
  await user.keyboard("{PageDown}");
  expect(panel.scrollTop).toBe(0);
});

test("a coupon's key that the card does not show unfolds them in sight, before it is put in", async () => {
  const scrolled = vi.fn<() => void>();
  Element.prototype.scrollIntoView = scrolled;
  onTestFinished(() => void Reflect.deleteProperty(Element.prototype, "scrollIntoView"));
  const { user } = await openWithPerson();
  await user.keyboard("{Control>}2{/Control}");
  expect(scrolled.mock.contexts).toContain(screen.getByTestId("coupons"));
  expect(useBasket.getState().couponCodes).toEqual([]);
  await user.keyboard("{Control>}2{/Control}");
  expect(useBasket.getState().couponCodes).toEqual(["P3XH8TVD"]);
});

test("F6 takes the offer that the card shows; F7 shows its own before it takes it", async () => {
  const { user } = await openWithOffers();
  await user.keyboard("{F7}");
  expect(whole()).not.toBeNull();
  await settled();
  expect(useBasket.getState().lines).toHaveLength(1);
  await user.keyboard("{Escape}{F6}");
  await waitFor(() => expect(useBasket.getState().lines).toHaveLength(2));
});

test("the first coupon is used from the card", async () => {
  const { user } = await openWithPerson();
  await user.keyboard("{Control>}1{/Control}");
  expect(within(card()).getByTestId(/^coupon-/u)).toHaveAttribute("aria-pressed", "true");
  expect(whole()).toBeNull();
});

/** The far end takes a tenth off condensed milk, and off nothing else. */
const withCouponOn = async (goods: string) => {
  const opened = await openWithPerson();
  await take(opened, goods);
  await opened.user.keyboard("{Control>}1{/Control}");
  return within(card()).getByTestId(/^coupon-/u);
};

test("a coupon that is refused says why on the card and where the total comes about", async () => {
  const coupon = await withCouponOn("phin nhom");
  await waitFor(() => expect(coupon).toHaveTextContent("giỏ chưa có món của phiếu này"));
  expect(coupon).not.toHaveTextContent("đang dùng");
  expect(screen.getByLabelText("Cách tính tổng")).toHaveTextContent(
    "Phiếu K7QF-2M9P: giỏ chưa có món của phiếu này",
  );
});

test("a coupon that is taken says on the card that it is in use", async () => {
  const coupon = await withCouponOn("sua dac");
  await waitFor(() => expect(coupon).toHaveTextContent("2 phiếu, đến 30/11, đang dùng"));
});

test("a coupon that ends within the week is marked on the card, with its last day", async () => {
  const profile = haProfile(nowMs);
  const coupons = profile.coupons.map((coupon) => ({ ...coupon, endsInDays: 3 }));
  const { user } = await openWithPerson({ "customer.profile": () => ({ ...profile, coupons }) });
  const coupon = within(card()).getByTestId(/^coupon-/u);
  expect(coupon).toHaveTextContent("sắp hết hạn: còn 3 ngày, đến 30/11");
  await user.keyboard("{Control>}k{/Control}");
  const all = within(screen.getByTestId("customer-panel"));
  expect(all.getByTestId("coupon-P3XH8TVD")).toHaveTextContent("còn 3 ngày, đến 05/12");
});

test("a coupon that is good until another year says which year that is", async () => {
  const profile = haProfile(nowMs);
  const coupons = profile.coupons.map((coupon) => ({ ...coupon, untilDay: "2027-02-08" }));
  await openWithPerson({ "customer.profile": () => ({ ...profile, coupons }) });
  const coupon = within(card()).getByTestId(/^coupon-/u);
  expect(coupon).toHaveTextContent("2 phiếu, đến 08/02/2027");
});

test("a coupon that is not in the basket says whether it is good for it, or what it asks for", async () => {
  const couponsOpen = [{ code: "K7QF2M9P", accepted: true, discountMinor: 2_700 }];
  const opened = await openWithPerson({
    "sale.quote": (basket) => {
      const quote = fakeQuote(basket);
      return "refused" in quote ? quote : { ...quote, couponsOpen };
    },
  });
  await take(opened, "sua dac");
  const coupon = within(card()).getByTestId(/^coupon-/u);
  await waitFor(() =>
    expect(coupon).toHaveTextContent("2 phiếu, đến 30/11, dùng được cho giỏ này"),
  );
});

/** Somebody else's coupon came into the basket; the card has no place for it. */
const withForeignCoupon = async () => {
  const opened = await openWithPerson();
  await take(opened, "sua dac");
  act(() => useBasket.getState().addCoupon("0FKT7Q2M9P"));
  await screen.findByText(/^Phiếu 0FKT-7Q2M-9P: /u);
  return opened;
};

test("a coupon that is good for nothing here is dropped where the total says so", async () => {
  const { user } = await withForeignCoupon();
  await user.click(screen.getByRole("button", { name: "Bỏ phiếu 0FKT-7Q2M-9P" }));
  await waitFor(() => expect(screen.queryByText(/0FKT/u)).toBeNull());
  expect(useBasket.getState().couponCodes).toEqual([]);
});

test("Ctrl 0 shows a code that the card does not, and drops it", async () => {
  const { user } = await withForeignCoupon();
  await user.keyboard("{Control>}0{/Control}");
  expect(whole()).toHaveTextContent("0FKT-7Q2M-9P");
  await user.keyboard("{Control>}0{/Control}");
  expect(useBasket.getState().couponCodes).toEqual([]);
});

test("with nobody chosen F2 opens the form for a new one, and Escape closes it", async () => {
  const { user } = await openTill();
  expect(card()).toHaveTextContent("Khách nào đang mua?");
  await user.keyboard("{F2}");
  expect(screen.getByLabelText("Tên khách")).toHaveFocus();
  await user.keyboard("{Escape}");
  expect(whole()).toBeNull();
});
