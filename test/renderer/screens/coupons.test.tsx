import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { defined } from "../../../shared/kernel/assert.ts";
import { refuse } from "../fake/fakeBridge.ts";
import { campaigns } from "../fake/fakeCampaigns.ts";
import { firstOf, openOffers } from "../openOffers.tsx";

test("the list is asked for again in the chosen layout and order, and saved as a PDF", async () => {
  const { user, bridge } = await openOffers();
  await user.click(await firstOf("open-coupons"));
  await screen.findByTestId("coupon-list");
  await user.click(screen.getByLabelText("Giấy hoá đơn 80 mm"));
  await user.click(screen.getByLabelText("theo mã"));
  await waitFor(() =>
    expect(bridge.callsOf("campaign.list").at(-1)).toMatchObject({
      format: "html",
      layout: "receipt",
      sort: "code",
      locale: "vi",
    }),
  );
  await waitFor(() => expect(screen.getByTestId("save-pdf")).toBeEnabled());
  await user.click(screen.getByTestId("save-pdf"));
  const saved = await screen.findByText("Đã lưu ở coupons.pdf");
  // Under all the choices it was cut off at the foot of a small window.
  const after = saved.compareDocumentPosition(screen.getByLabelText("Giấy hoá đơn 80 mm"));
  expect(after).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

const manyCoupons = Array.from({ length: 450 }, (_, at) => ({
  code: `K7QF2M${String(at).padStart(3, "0")}`,
  customerId: `0190b6a0-0000-7000-8000-${String(at).padStart(12, "0")}`,
  customerName: at === 430 ? "Đỗ Thị Hường" : `Khách ${at}`,
  fromDay: "2026-11-22",
  untilDay: "2026-11-30",
  discountText: "Giảm 10%",
  state: "issued" as const,
}));

const rowsShown = () => within(screen.getByTestId("coupon-list")).getAllByText(/^K7QF/u).length;

test("a long list says how much of it is shown, and shows more when asked", async () => {
  const { user } = await openOffers({ "campaign.list": () => ({ coupons: manyCoupons }) });
  await user.click(await firstOf("open-coupons"));
  expect(await screen.findByTestId("coupons-found")).toHaveTextContent("200 trong 450 phiếu");
  expect(rowsShown()).toBe(200);
  await user.click(screen.getByTestId("more-coupons"));
  expect(rowsShown()).toBe(400);
  await user.click(screen.getByTestId("more-coupons"));
  expect(rowsShown()).toBe(450);
  expect(screen.getByTestId("coupons-found")).toHaveTextContent("450 phiếu");
  expect(screen.queryByTestId("more-coupons")).not.toBeInTheDocument();
});

test("a coupon is found by its code as it is printed, or by a name without its marks", async () => {
  const { user } = await openOffers({ "campaign.list": () => ({ coupons: manyCoupons }) });
  await user.click(await firstOf("open-coupons"));
  await user.type(await screen.findByTestId("find-coupon"), "huong do");
  expect(rowsShown()).toBe(1);
  expect(screen.getByText("Đỗ Thị Hường")).toBeInTheDocument();
  await user.clear(screen.getByTestId("find-coupon"));
  await user.type(screen.getByTestId("find-coupon"), "k7qf-2m42");
  expect(rowsShown()).toBe(10);
  await user.type(screen.getByTestId("find-coupon"), "5");
  expect(rowsShown()).toBe(1);
  expect(screen.getByText("Khách 425")).toBeInTheDocument();
});

test("who lost their slip is found, and theirs alone is put on the page until all are wanted", async () => {
  const { user, bridge } = await openOffers({ "campaign.list": () => ({ coupons: manyCoupons }) });
  await user.click(await firstOf("open-coupons"));
  await screen.findByTestId("find-coupon");
  expect(screen.queryByTestId("print-found")).not.toBeInTheDocument();
  await user.type(screen.getByTestId("find-coupon"), "huong do");
  await user.click(screen.getByText("Chỉ in 1 phiếu này"));
  const asked = () => bridge.callsOf("campaign.list").at(-1);
  await waitFor(() => expect(asked()).toMatchObject({ format: "html", codes: ["K7QF2M430"] }));
  expect(screen.getByText("Bản in chỉ có 1 phiếu")).toBeInTheDocument();
  await user.click(screen.getByText("In cả đợt"));
  await waitFor(() => expect(asked()).not.toHaveProperty("codes"));
});

test("what is printed is the very document that is shown", async () => {
  const { user, bridge } = await openOffers({
    "shell.showDocument": () => ({ url: "about:blank" }),
    "shell.printDocument": () => ({ printed: true }),
  });
  await user.click(await firstOf("open-coupons"));
  await waitFor(() => expect(screen.getByTestId("save-pdf")).toBeEnabled());
  await user.keyboard("{Control>}p{/Control}");
  await screen.findByText("Đã gửi tới máy in.");
  expect(bridge.callsOf("shell.printDocument").at(-1)).toEqual(
    bridge.callsOf("shell.showDocument").at(-1),
  );
});

test("a campaign that was stopped before it gave anything out offers neither coupons nor results", async () => {
  const [first, ...others] = campaigns;
  const nothing = { issued: 0, coupons: 0, heldOut: 0, redeemed: 0, neverIssued: true } as const;
  const stopped = [{ ...defined(first, "a campaign"), state: "stopped", ...nothing } as const];
  await openOffers({ "campaign.overview": () => ({ campaigns: [...stopped, ...others] }) });
  const [card] = await screen.findAllByTestId("campaign");
  const inCard = within(defined(card, "its card"));
  expect(inCard.getByText("Không phát phiếu nào")).toBeVisible();
  expect(inCard.getByTestId("repeat-campaign")).toBeVisible();
  for (const key of ["open-coupons", "open-results", "open-messages", "campaign-verdict"]) {
    expect(inCard.queryByTestId(key)).toBeNull();
  }
});

test("codes that were used twice are listed with whose they are, their receipts and their cost", async () => {
  const { user, bridge } = await openOffers();
  await user.click(screen.getByTestId("open-doubles"));
  const code = await screen.findByTestId("double-use");
  expect(bridge.callsOf("coupon.doubleUses")).toMatchObject([
    { campaignId: "0190b6a0-0000-7000-8000-0000000000c3" },
  ]);
  for (const text of ["K7QF-2M9P-3D", "Nguyễn Thị Thu Hà", "tốn thêm 30.000 đ", "quầy Q2, Mi"]) {
    expect(code).toHaveTextContent(text);
  }
  await user.click(within(code).getByRole("button", { name: "Q2-000044" }));
  await waitFor(() => expect(bridge.callsOf("sale.receipt")).toHaveLength(1));
});

test("a coupon of before a restore is listed as one that may be used, with what to do", async () => {
  const { user } = await openOffers({
    "campaign.list": () => ({
      pages: 1,
      document: "<p>1</p>",
      coupons: [
        {
          ...{ code: "K7QF2M9P3D", customerId: "0190b6a0-0000-7000-8000-00000000000a" },
          ...{
            customerName: "Hà",
            fromDay: "2026-11-16",
            untilDay: "2026-11-30",
            discountText: "Giảm 10%",
          },
          ...{ state: "issued", maybeUsed: true },
        },
      ],
    }),
  });
  await user.click(await firstOf("open-coupons"));
  expect(await screen.findByText("có thể đã dùng")).toBeVisible();
  expect(screen.getByText(/Xem phiếu giấy trước khi nhận/u)).toBeVisible();
});

test.each([
  ["csv", "b", "Danh sach phieu Nhớ bạn tháng mười một.csv", { text: "code,name\nK7QF2M9P,Hà\n" }],
  ["xlsx", "e", "Danh sach phieu Nhớ bạn tháng mười một.xlsx", { base64: "UEsDBA==" }],
] as const)("the list of a mailing is saved as %s", async (format, key, suggestedName, content) => {
  const { user, bridge } = await openOffers();
  await user.click(await firstOf("open-coupons"));
  await waitFor(() => expect(screen.getByTestId(`save-${format}`)).toBeEnabled());
  await user.keyboard(`{Control>}${key}{/Control}`);
  expect(await screen.findByText(`Đã lưu ở ${suggestedName}`)).toBeVisible();
  expect(bridge.callsOf("shell.saveFile")).toEqual([{ suggestedName, content }]);
});

test("where nobody takes paper, no blank sheet is shown nor printed, and why is said", async () => {
  const { user, bridge } = await openOffers({
    "campaign.list": () => ({ document: "<p></p>", pages: 0, coupons: manyCoupons.slice(0, 3) }),
  });
  await user.click(await firstOf("open-coupons"));
  expect(await screen.findByText("Không ai ở đây nhận phiếu giấy")).toBeInTheDocument();
  expect(screen.getByTestId("save-pdf")).toBeDisabled();
  expect(screen.getByTestId("save-csv")).toBeEnabled();
  await user.keyboard("{Control>}p{/Control}");
  expect(bridge.callsOf("shell.printDocument")).toEqual([]);
});

test("a letter that could not be kept is not left without a word, the first time", async () => {
  const { user } = await openOffers({
    "campaign.keepWords": () => refuse({ kind: "CampaignUnknown" }),
  });
  await user.click(await firstOf("open-coupons"));
  await screen.findByTestId("coupon-list");
  await user.click(screen.getByLabelText("Một thư / trang"));
  await user.type(await screen.findByTestId("letter"), "Nhớ chị.");
  await user.keyboard("{Escape}");
  expect(await screen.findByText(/Lời thư vừa viết chưa được giữ/u)).toBeVisible();
  expect(screen.getByTestId("letter")).toHaveValue("Nhớ chị.");
  await user.keyboard("{Escape}");
  expect(await screen.findByTestId("campaigns")).toBeVisible();
});

test("a letter is kept by whoever goes to another place in the middle of it", async () => {
  const { user, bridge } = await openOffers({ "campaign.keepWords": () => ({}) });
  await user.click(await firstOf("open-coupons"));
  await screen.findByTestId("coupon-list");
  await user.click(screen.getByLabelText("Một thư / trang"));
  await user.type(await screen.findByTestId("letter"), "Nhớ chị.");
  await user.keyboard("{Alt>}1{/Alt}");
  await waitFor(() =>
    expect(bridge.callsOf("campaign.keepWords")).toMatchObject([{ letter: "Nhớ chị." }]),
  );
});

test.each([
  ["the sheets", "s", "shell.savePdf", "disk-full", /ổ đĩa đã đầy/u],
  ["the list", "e", "shell.saveFile", "in-use", /chương trình khác đang mở tệp đó/u],
] as const)("%s that could not be saved say why, in the place of what was saved before", async (_, key, call, why, said) => {
  const { user, bridge } = await openOffers();
  await user.click(await firstOf("open-coupons"));
  await waitFor(() => expect(screen.getByTestId("save-pdf")).toBeEnabled());
  await user.keyboard(`{Control>}${key}{/Control}`);
  await screen.findByText(/^Đã lưu ở/u);
  bridge.answer({ [call]: () => ({ why }) });
  await user.keyboard(`{Control>}${key}{/Control}`);
  expect(await screen.findByText(said)).toBeVisible();
  expect(screen.queryByText(/^Đã lưu ở/u)).toBeNull();
});

test("whoever changes their mind in the printer's dialog is not sent to check the printer", async () => {
  const { user } = await openOffers({
    "shell.showDocument": () => ({ url: "about:blank" }),
    "shell.printDocument": () => ({ printed: false, why: "cancelled" }),
  });
  await user.click(await firstOf("open-coupons"));
  await waitFor(() => expect(screen.getByTestId("save-pdf")).toBeEnabled());
  await user.keyboard("{Control>}p{/Control}");
  expect(await screen.findByText("Chưa in. In lại lúc nào cũng được.")).toBeVisible();
});
