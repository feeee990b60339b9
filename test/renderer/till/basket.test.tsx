import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { useBasket } from "../../../renderer/stores/till/basket.ts";
import { refuse } from "../fake/fakeBridge.ts";
import { haProfile } from "../fake/fakePeople.ts";
import { fakeQuote } from "../fake/fakeSales.ts";
import { nowMs, openTill, openWindow, settled, take } from "../openWindow.tsx";
import { quantityOf, withMilk } from "./withMilk.tsx";

test("plus and minus change the lifted line while the omnibox is empty", async () => {
  const { user } = await withMilk();
  await user.keyboard("+++-");
  expect(quantityOf("SD-380")).toBe(3);
});

test("Ctrl Del empties the whole basket, also from the omnibox, where Del takes one line", async () => {
  const opened = await withMilk();
  await take(opened, "ca phe");
  expect(screen.getByTestId("omnibox")).toHaveFocus();
  await opened.user.keyboard("{Control>}{Delete}{/Control}");
  expect(useBasket.getState().lines).toEqual([]);
});

test("a line says the price that it is charged at, also where the shelf's has changed since", async () => {
  const opened = await openTill({
    "sale.quote": (basket) => {
      const quote = fakeQuote(basket);
      if (!("lines" in quote)) return quote;
      return { ...quote, lines: quote.lines.map((line) => ({ ...line, unitPriceMinor: 31_500 })) };
    },
  });
  await take(opened, "sua dac");
  const line = await screen.findByTestId("line-SD-380");
  await waitFor(() => expect(line).toHaveTextContent("31.500"));
});

test("the same thing taken again is one line with one more", async () => {
  const opened = await withMilk();
  await take(opened, "sua dac");
  await waitFor(() => expect(quantityOf("SD-380")).toBe(2));
  expect(useBasket.getState().lines).toHaveLength(1);
});

test("Delete removes the line, says so, and Ctrl+Z brings it back", async () => {
  const { user } = await withMilk();
  await user.keyboard("{Delete}");
  expect(screen.queryByTestId("line-SD-380")).not.toBeInTheDocument();
  expect(screen.getByText("Đã bỏ Sữa đặc Ông Thọ 380 g")).toBeInTheDocument();
  await user.keyboard("{Control>}z{/Control}");
  expect(screen.getByTestId("line-SD-380")).toBeInTheDocument();
});

test("minus at one takes the line out, and that can be undone too", async () => {
  const { user } = await withMilk();
  await user.keyboard("-");
  expect(screen.queryByTestId("line-SD-380")).not.toBeInTheDocument();
  await user.keyboard("{Control>}z{/Control}");
  expect(quantityOf("SD-380")).toBe(1);
});

test("what is sold by weight asks for its weight in the place of the line", async () => {
  const opened = await openTill();
  await take(opened, "hat dieu");
  const field = await screen.findByTestId("edit-quantity");
  expect(field).toHaveFocus();
  await opened.user.clear(field);
  await opened.user.keyboard("0,425{Enter}");
  const line = await screen.findByTestId("line-HD-RM");
  await waitFor(() => expect(within(line).getByText("136.000")).toBeInTheDocument());
});

test("F3 changes the price of a line, and a share off is sent in basis points", async () => {
  const { user, bridge } = await withMilk();
  await user.keyboard("{F3}");
  await user.type(screen.getByLabelText("Giảm phần trăm"), "12,5");
  await user.keyboard("{Enter}");
  await waitFor(() =>
    expect(bridge.callsOf("sale.quote").at(-1)).toMatchObject({
      lines: [{ sku: "SD-380", quantity: 1, discountBps: 1_250 }],
    }),
  );
});

test("every figure is the engine's, and an answer to an older basket is dropped", async () => {
  const late: (() => void)[] = [];
  let isFirst = true;
  const opened = await openTill({
    "sale.quote": async (basket) => {
      if (isFirst) {
        isFirst = false;
        await new Promise<void>((resolve) => late.push(resolve));
      }
      return fakeQuote(basket);
    },
  });
  await take(opened, "sua dac");
  await opened.user.keyboard("+");
  await waitFor(() => expect(screen.getByTestId("total")).toHaveTextContent("54.000 đ"));
  for (const answer of late) answer();
  await settled();
  expect(screen.getByTestId("total")).toHaveTextContent("54.000 đ");
});

test("a coupon that does nothing says why, in words, where it stands", async () => {
  const opened = await openTill();
  await take(opened, "567");
  await screen.findByTestId("customer-name");
  await take(opened, "sua dac");
  await opened.user.keyboard("{Control>}2{/Control}");
  const card = screen.getByTestId("coupon-P3XH8TVD");
  await waitFor(() => expect(card).toHaveTextContent("mua thêm 373.000 đ để dùng"));
  await opened.user.keyboard("{Control>}2{/Control}");
  await waitFor(() => expect(card).not.toHaveTextContent("mua thêm"));
});

test("a coupon of before a restore says that it may be used, and what to do", async () => {
  const profile = haProfile(nowMs);
  const coupons = profile.coupons.map((coupon) => ({ ...coupon, maybeUsed: true }));
  const opened = await openTill({ "customer.profile": () => ({ ...profile, coupons }) });
  await take(opened, "567");
  expect(await screen.findByTestId("coupon-P3XH8TVD")).toHaveTextContent(
    "có thể đã dùng trước khi khôi phục: xem phiếu, hỏi khách",
  );
});

test("a coupon for points says what it does where the total comes about, not that it takes off 0", async () => {
  const opened = await openTill({
    "sale.quote": (basket) => {
      const quote = fakeQuote(basket);
      if (!("lines" in quote)) return quote;
      const coupons = quote.coupons.map(({ code }) => ({
        ...{ code, accepted: true, discountMinor: 0 },
        multiplierBps: 15_000,
      }));
      return { ...quote, coupons };
    },
  });
  await take(opened, "567");
  await screen.findByTestId("customer-name");
  await take(opened, "sua dac");
  await opened.user.keyboard("{Control>}1{/Control}");
  const name = await screen.findByText("Phiếu K7QF-2M9P");
  expect(name.nextElementSibling).toHaveTextContent(/^nhân 1,5 lần điểm$/u);
});

test("what a coupon took off stands on the line that it touched", async () => {
  const opened = await openTill();
  await take(opened, "567");
  await screen.findByTestId("customer-name");
  await take(opened, "3*sua dac");
  await opened.user.keyboard("{Control>}1{/Control}");
  const line = screen.getByTestId("line-SD-380");
  await waitFor(() => expect(line).toHaveTextContent("phiếu K7QF-2M9P giảm 8.100"));
  expect(within(line).getByText("72.900")).toBeInTheDocument();
});

test("a basket that the engine refuses says so and keeps everything", async () => {
  const opened = await openTill({
    "sale.quote": () => refuse({ kind: "PriceOverrideNotAllowed", ...{ sku: "SD-380" } }),
  });
  await take(opened, "sua dac");
  expect(await screen.findByTestId("quote-problem")).toHaveTextContent("cần quản lý");
  expect(screen.getByTestId("line-SD-380")).toBeInTheDocument();
});

test("F6 takes the first suggestion, and the sale remembers that it was one", async () => {
  const opened = await openTill();
  await take(opened, "567");
  await take(opened, "sua dac");
  await screen.findByTestId("suggestion-DP-1K");
  await opened.user.keyboard("{F6}");
  await waitFor(() =>
    expect(opened.bridge.callsOf("sale.quote").at(-1)).toMatchObject({
      lines: [{ sku: "SD-380" }, { sku: "DP-1K", suggested: true }],
    }),
  );
  expect(screen.getByTestId("line-DP-1K")).toHaveTextContent("gợi ý đã nhận");
});

test("the sale takes along what was shown beside it and what was waved away, once", async () => {
  const opened = await openTill();
  await take(opened, "567");
  await take(opened, "sua dac");
  await screen.findByTestId("suggestion-DP-1K");
  await screen.findByTestId("suggestion-BQ-454");
  await opened.user.keyboard("{Shift>}{F7}{/Shift}");
  await waitFor(() => expect(screen.queryByTestId("suggestion-BQ-454")).toBeNull());
  expect(opened.bridge.callsOf("suggestion.dismiss")).toMatchObject([{ sku: "BQ-454" }]);
  await opened.user.keyboard("{F6}");
  await screen.findByTestId("line-DP-1K");
  const asked = opened.bridge.callsOf("sale.quote").at(-1);
  await opened.user.keyboard("{F9}{Enter}");
  await screen.findByTestId("done");
  const [sold] = opened.bridge.callsOf("sale.commit");
  expect(sold).toMatchObject({
    lines: [{ sku: "SD-380" }, { sku: "DP-1K", suggested: true }],
    offered: {
      lookupId: Object(asked).lookupId,
      shown: expect.arrayContaining([
        { sku: "DP-1K", reasonKind: "due" },
        { sku: "BQ-454", reasonKind: "goes-with" },
      ]),
      dismissedSkus: ["BQ-454"],
    },
  });
  await opened.user.keyboard("{Enter}");
  await take(opened, "sua dac");
  await waitFor(() =>
    expect(Object(opened.bridge.callsOf("sale.quote").at(-1)).lookupId).not.toBe(
      Object(asked).lookupId,
    ),
  );
});

test("a basket that is shown nothing by lot says so", async () => {
  const opened = await openTill({
    "sale.quote": (basket) => ({ ...fakeQuote(basket), suggestions: [], isControl: true }),
  });
  await take(opened, "567");
  await take(opened, "sua dac");
  expect(await screen.findByText(/cố ý không gợi ý/u)).toBeInTheDocument();
});

test("the reason of a suggestion follows the language, and ? unfolds the evidence", async () => {
  const opened = await openTill();
  await take(opened, "567");
  await take(opened, "sua dac");
  const card = await screen.findByTestId("suggestion-DP-1K");
  expect(card).toHaveTextContent("Mua mỗi 5 tuần, lần cuối 6 tuần trước");
  await opened.user.keyboard("?");
  expect(within(card).getByText("Nhịp mua (ngày)")).toBeInTheDocument();
});

test("points that are typed are used by a key to pay, as by Enter", async () => {
  const opened = await withMilk();
  await take(opened, "567");
  await screen.findByTestId("customer-name");
  await waitFor(() => expect(screen.getByText("Dùng điểm")).toBeVisible());
  await opened.user.keyboard("{F5}7x{F9}");
  expect(screen.getByText("Chưa đọc được số này")).toBeVisible();
  expect(screen.queryByTestId("payment")).not.toBeInTheDocument();
  await opened.user.keyboard("{Backspace}{F9}");
  await screen.findByTestId("payment");
  expect(useBasket.getState().pointsToRedeem).toBe(7);
});

test("points are used with F5, as many as wanted", async () => {
  const opened = await openTill();
  await take(opened, "567");
  await take(opened, "3*sua dac");
  await waitFor(() => expect(screen.getByTestId("total")).toHaveTextContent("81.000"));
  await opened.user.keyboard("{F5}");
  await opened.user.clear(await screen.findByTestId("points"));
  await opened.user.keyboard("50{Enter}");
  await waitFor(() => expect(screen.getByTestId("total")).toHaveTextContent("31.000"));
  expect(screen.getByText("Dùng 50 điểm")).toBeInTheDocument();
});

test("a basket kept from before a restart of the window is there again, with ids alone of the person", async () => {
  const opened = await openTill();
  await take(opened, "567");
  await take(opened, "sua dac");
  const kept = localStorage.getItem("quen.basket") ?? "";
  expect(kept).toContain("SD-380");
  expect(kept).not.toContain("Hà");
  expect(kept).not.toContain("345567");
});

test("locking keeps the basket, and says so to whoever signs in", async () => {
  const { user } = await withMilk();
  await user.keyboard("{Control>}l{/Control}");
  expect(await screen.findByText("Giỏ hàng đang dở vẫn còn nguyên.")).toBeInTheDocument();
  await user.keyboard("2580{Enter}");
  expect(await screen.findByTestId("line-SD-380")).toBeInTheDocument();
});

test("with nobody at the till the panel invites", async () => {
  await openTill();
  expect(screen.getByText("Khách nào đang mua?")).toBeInTheDocument();
});

test("an unknown person in a kept basket does not stop the sale", async () => {
  useBasket.setState({ customerId: "0190b6a0-0000-7000-8000-00000000ffff" });
  const { user, bridge } = await openWindow();
  await screen.findByTestId("sign-in");
  await user.keyboard("2580{Enter}");
  expect(await screen.findByText(/Vẫn bán bình thường/)).toBeInTheDocument();
  const opened = { user, bridge };
  await take(opened, "sua dac");
  await waitFor(() => expect(screen.getByTestId("total")).toHaveTextContent("27.000"));
  expect(bridge.callsOf("sale.quote").at(-1)).not.toHaveProperty("customerId");
  await take(opened, "567");
  expect(await screen.findByTestId("customer-name")).toBeInTheDocument();
  expect(screen.queryByText(/Vẫn bán bình thường/)).toBeNull();
});
