import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { type Opened, openTill, settled } from "../openWindow.tsx";

const openBuilder = async (handlers: Parameters<typeof openTill>[0] = {}): Promise<Opened> => {
  const opened = await openTill(handlers);
  await opened.user.keyboard("{Alt>}4{/Alt}");
  await screen.findByTestId("campaigns");
  await opened.user.click(screen.getByTestId("new"));
  await screen.findByTestId("campaign-builder");
  return opened;
};

test("the number of people follows each choice", async () => {
  const { user } = await openBuilder();
  await waitFor(() => expect(screen.getByTestId("audience-count")).toHaveTextContent("204"));
  await user.click(screen.getByLabelText(/Tất cả khách/u));
  await waitFor(() => expect(screen.getByTestId("audience-count")).toHaveTextContent("238"));
});

test("a count for an older choice is dropped", async () => {
  const late: (() => void)[] = [];
  const { user } = await openBuilder({
    "segment.preview": async ({ segment }) => {
      const isFirst = (segment.all ?? []).length > 0;
      if (isFirst) await new Promise<void>((resolve) => late.push(resolve));
      const reachable = { print: 0, sms: 0, zalo: 0, email: 0, phone: 0 };
      return { count: isFirst ? 111 : 222, sample: [], text: "", reachable };
    },
  });
  await user.click(screen.getByLabelText(/Tất cả khách/u));
  await waitFor(() => expect(screen.getByTestId("audience-count")).toHaveTextContent("222"));
  for (const answer of late) answer();
  await settled();
  expect(screen.getByTestId("audience-count")).toHaveTextContent("222");
});

test("the campaign is made as it was described, issued, and its list shown", async () => {
  const { user, bridge } = await openBuilder();
  await user.type(screen.getByTestId("campaign-name"), "Nhớ bạn");
  await user.type(screen.getByLabelText("Giảm nhiều nhất"), "50000");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByTestId("coupon-list");
  expect(bridge.callsOf("campaign.create")).toMatchObject([
    {
      name: "Nhớ bạn",
      segment: {
        all: [
          { kind: "lapsedAgainstOwnRhythm", times: 2 },
          { kind: "purchaseCount", min: 3 },
        ],
      },
      offer: { kind: "percent", rateBps: 1_000, maxDiscountMinor: 50_000 },
      holdoutBps: 1_000,
      maxUsesPerCustomer: 1,
    },
  ]);
  expect(screen.getByTestId("figure-heldOut")).toHaveTextContent("24");
  expect(await screen.findByTitle("Xem trước trang in")).toBeInTheDocument();
});

test("what is missing is said at its field, and nothing is made", async () => {
  const { user, bridge } = await openBuilder();
  await user.clear(screen.getByLabelText("Giảm (%)"));
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect((await screen.findAllByText("Cần điền")).length).toBe(2);
  expect(bridge.callsOf("campaign.create")).toHaveLength(0);
});

test("more than half off warns of the law before it is made", async () => {
  const { user } = await openBuilder();
  const rate = screen.getByLabelText("Giảm (%)");
  await user.clear(rate);
  await user.type(rate, "60");
  expect(await screen.findByText(/giới hạn khuyến mại ở 50%/u)).toBeInTheDocument();
});

test("holding nobody out is explained, not forbidden", async () => {
  const { user } = await openBuilder();
  await user.click(screen.getByLabelText("0%"));
  expect(screen.getByText("Không để lại thì không đo được tác dụng.")).toBeInTheDocument();
});

test("the list is asked for again in the chosen layout, and saved as a PDF", async () => {
  const { user, bridge } = await openTill();
  await user.keyboard("{Alt>}4{/Alt}");
  await user.click((await screen.findAllByText("Xem phiếu"))[0] ?? document.body);
  await screen.findByTestId("coupon-list");
  await user.click(screen.getByLabelText("Một thư / trang"));
  await waitFor(() =>
    expect(bridge.callsOf("campaign.list").at(-1)).toMatchObject({
      format: "html",
      layout: "letter",
      locale: "vi",
    }),
  );
  await waitFor(() => expect(screen.getByTestId("save-pdf")).toBeEnabled());
  await user.click(screen.getByTestId("save-pdf"));
  expect(await screen.findByText("Đã lưu ở coupons.pdf")).toBeInTheDocument();
});
