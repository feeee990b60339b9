import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { messages } from "../fake/fakeRehearsal.ts";
import { openTill } from "../openWindow.tsx";

const openOffers = async (handlers: Parameters<typeof openTill>[0] = {}) => {
  const opened = await openTill(handlers);
  await opened.user.keyboard("{Alt>}4{/Alt}");
  await screen.findByTestId("campaigns");
  return opened;
};

const firstOf = async (testId: string): Promise<HTMLElement> => {
  const [first] = await screen.findAllByTestId(testId);
  if (!first) throw new Error(`no ${testId}`);
  return first;
};

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

test("issuing shows how far it is, and an answer that was lost is asked for with the same id", async () => {
  const release: (() => void)[] = [];
  const { user, bridge } = await openOffers({
    "campaign.issue": async ({ requestId }) => {
      bridge.emit({ kind: "progress", requestId, done: 60, total: 214, phase: "issue" });
      await new Promise<void>((resolve) => release.push(resolve));
      return { issued: 214, heldOut: 24, skipped: [] };
    },
  });
  bridge.loseNext("campaign.issue");
  await user.click(await firstOf("issue"));
  await waitFor(() => expect(screen.getByTestId("issuing")).toHaveTextContent("60 / 214"));
  for (const go of release) go();
  await screen.findByTestId("coupon-list");
  const ids = bridge
    .callsOf("campaign.issue")
    .map((params) => Reflect.get(Object(params), "requestId"));
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test("a message is read with a real name, and placeholders are put in where the text stands", async () => {
  const { user, bridge } = await openOffers();
  await user.click(await firstOf("open-messages"));
  const example = await screen.findByTestId("example");
  expect(example).toHaveTextContent("Hà ơi, Tạp hoá Mi tặng bạn");
  expect(screen.getByTestId("figure-noConsent")).toHaveTextContent("72");
  await user.click(screen.getByRole("button", { name: "số cửa hàng" }));
  await waitFor(() =>
    expect(bridge.callsOf("campaign.messages").at(-1)).toMatchObject({
      channel: "zalo",
      template: expect.stringMatching(/\{phone\}$/u),
      format: "json",
    }),
  );
});

test("an SMS tells what marks cost, and the list is saved as a workbook", async () => {
  const { user, bridge } = await openOffers();
  await user.click(await firstOf("open-messages"));
  await user.click(await screen.findByLabelText("SMS"));
  expect(
    await screen.findByText("Có dấu hết 251 tin SMS, không dấu chỉ 142 tin."),
  ).toBeInTheDocument();
  await user.click(screen.getByLabelText("khong dau"));
  await user.keyboard("{Control>}s{/Control}");
  expect(await screen.findByText(/^Đã lưu ở .+\.xlsx/u)).toBeInTheDocument();
  expect(bridge.callsOf("shell.saveFile")).toMatchObject([{ content: { base64: "UEsDBA==" } }]);
  expect(bridge.callsOf("campaign.messages").at(-1)).toMatchObject({
    channel: "sms",
    withoutMarks: true,
    format: "xlsx",
  });
});

test("a placeholder that nobody fills is named", async () => {
  const { user } = await openOffers({
    "campaign.messages": () => ({ ...messages, unknownPlaceholders: ["discount"] }),
  });
  await user.click(await firstOf("open-messages"));
  expect(await screen.findByText(/Quen không biết \{discount\}/u)).toBeInTheDocument();
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

test("what was written is kept once the person is done with it, and comes again", async () => {
  let kept: string | undefined;
  const { user, bridge } = await openOffers({
    "campaign.messages": ({ template = kept ?? "Xin chào {code}" }) => ({ ...messages, template }),
    "campaign.keepWords": ({ message }) => {
      kept = message;
      return {};
    },
  });
  await user.click(await firstOf("open-messages"));
  await waitFor(() => expect(screen.getByTestId("template")).toHaveValue("Xin chào {code}"));
  await user.type(screen.getByTestId("template"), " nhé");
  expect(bridge.callsOf("campaign.keepWords")).toEqual([]);
  await user.keyboard("{Escape}");
  await waitFor(() => expect(kept).toBe("Xin chào {code} nhé"));
  await user.click(await firstOf("open-messages"));
  await waitFor(() => expect(screen.getByTestId("template")).toHaveValue("Xin chào {code} nhé"));
  await user.keyboard("{Escape}");
  expect(bridge.callsOf("campaign.keepWords")).toHaveLength(1);
});

test("the messages are read one person after the other", async () => {
  const { user } = await openOffers();
  await user.click(await firstOf("open-messages"));
  const example = await screen.findByTestId("example");
  const [first, second] = messages.messages;
  expect(example).toHaveTextContent(first?.customerName ?? "");
  expect(screen.getByTestId("message-before")).toBeDisabled();
  await user.click(screen.getByTestId("message-after"));
  expect(example).toHaveTextContent(second?.text ?? "");
  expect(example).toHaveTextContent(`2 / ${messages.messages.length}`);
  await user.click(screen.getByTestId("message-before"));
  expect(example).toHaveTextContent(first?.text ?? "");
});

test("the letter is written beside its pages, kept, and drawn again", async () => {
  const { user, bridge } = await openOffers({
    "campaign.list": () => ({ document: "<p>1</p>", pages: 1, letter: "Cảm ơn", coupons: [] }),
  });
  await user.click(await firstOf("open-coupons"));
  await user.click(await screen.findByLabelText("Một thư / trang"));
  await user.type(await screen.findByTestId("letter"), " {{givenName}");
  const before = bridge.callsOf("campaign.list").length;
  await user.tab();
  await waitFor(() => expect(bridge.callsOf("campaign.list").length).toBe(before + 1));
  expect(bridge.callsOf("campaign.keepWords")).toMatchObject([{ letter: "Cảm ơn {givenName}" }]);
});
