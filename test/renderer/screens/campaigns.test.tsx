import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { refuse } from "../fake/fakeBridge.ts";
import { rehearsal } from "../fake/fakeRehearsal.ts";
import { lift } from "../fake/fakeResults.ts";
import { openBuilder } from "../openOffers.tsx";
import { type Opened, openTill, settled } from "../openWindow.tsx";

const goOn = "{Control>}{Enter}{/Control}";
const count = () => screen.getByTestId("audience-count");

test("the number of people follows each choice, and is told by channel", async () => {
  const { user } = await openBuilder();
  await waitFor(() => expect(count()).toHaveTextContent("204"));
  await user.click(screen.getByLabelText(/Tất cả khách/u));
  await waitFor(() => expect(count()).toHaveTextContent("238"));
  expect(within(screen.getByTestId("reach")).getByText("142")).toBeInTheDocument();
});

test("a count for an older choice is dropped", async () => {
  const late: (() => void)[] = [];
  const reachable = { print: 0, sms: 0, zalo: 0, email: 0, phone: 0 };
  const { user } = await openBuilder({
    "segment.preview": async ({ segment }) => {
      const isFirst = (segment.all ?? []).length > 0;
      if (isFirst) await new Promise<void>((resolve) => late.push(resolve));
      return { count: isFirst ? 111 : 222, sample: [], text: "", reachable };
    },
  });
  await user.click(screen.getByLabelText(/Tất cả khách/u));
  await waitFor(() => expect(count()).toHaveTextContent("222"));
  for (const answer of late) answer();
  await settled();
  expect(count()).toHaveTextContent("222");
});

test("nothing is made before it was rehearsed; then it is issued as it was described", async () => {
  const { user, bridge } = await openBuilder();
  await user.keyboard(goOn);
  await user.type(screen.getByLabelText("Giảm nhiều nhất"), "50000");
  await user.keyboard(goOn);
  await user.type(screen.getByTestId("campaign-name"), "Nhớ bạn");
  await user.keyboard(goOn);
  expect(await screen.findByTestId("rehearsal-headline")).toHaveTextContent(
    "Khoảng 214 khách sẽ nhận phiếu, 24 khách để so sánh.",
  );
  expect(screen.getByTestId("power")).toHaveTextContent("chỉ thấy được nếu khách chi thêm từ 30%");
  expect(screen.getByTestId("choices")).toHaveTextContent("Thường 14 ngày ghé một lần");
  expect(bridge.callsOf("campaign.create")).toHaveLength(0);
  await user.keyboard(goOn);
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
      channel: "print",
      targeting: "everyone",
    },
  ]);
  expect(screen.getByTestId("figure-heldOut")).toHaveTextContent("24");
  expect(await screen.findByTitle("Xem trước trang in")).toBeInTheDocument();
});

test("each range of a rehearsal is said whole to who does not see it", async () => {
  const { user } = await openBuilder();
  await user.keyboard("{Control>}3{/Control}");
  await user.type(screen.getByTestId("campaign-name"), "Nhớ bạn");
  await user.keyboard("{Control>}4{/Control}");
  expect(
    await screen.findByRole("img", {
      name: "Phiếu sẽ được dùng: từ 24 đến 55, nhiều khả năng 38",
    }),
  ).toBeInTheDocument();
});

test("nothing is issued while it is rehearsed, and no rehearsal of what has changed since is shown", async () => {
  const late: (() => void)[] = [];
  const { user, bridge } = await openBuilder({
    "campaign.rehearse": async () => {
      await new Promise<void>((resolve) => late.push(resolve));
      return rehearsal;
    },
  });
  await user.keyboard("{Control>}3{/Control}");
  await user.type(screen.getByTestId("campaign-name"), "Nhớ bạn");
  await user.keyboard("{Control>}4{/Control}");
  await screen.findByText("Đang tính trên sổ bán hàng của cửa hàng");
  await user.keyboard(goOn);
  expect(bridge.callsOf("campaign.create")).toHaveLength(0);
  await user.keyboard("{Escape}");
  await user.type(screen.getByTestId("campaign-name"), " lắm");
  for (const answer of late) answer();
  await settled();
  await user.keyboard("{Control>}4{/Control}");
  expect(screen.queryByTestId("rehearsal-headline")).not.toBeInTheDocument();
});

test("what is missing is said at its field, on its step, and nothing is asked", async () => {
  const { user, bridge } = await openBuilder();
  await user.keyboard("{Control>}2{/Control}");
  await user.clear(screen.getByLabelText("Giảm (%)"));
  await user.keyboard("{Control>}4{/Control}");
  expect(await screen.findByText("Cần điền")).toBeInTheDocument();
  expect(screen.getByTestId("step-what")).toHaveAttribute("aria-current", "step");
  expect(bridge.callsOf("campaign.rehearse")).toHaveLength(0);
});

test("a condition that is not complete holds the rehearsal back", async () => {
  const { user, bridge } = await openBuilder();
  await user.click(screen.getByLabelText(/Người mua một nhóm hàng/u));
  await user.keyboard("{Control>}3{/Control}");
  await user.type(screen.getByTestId("campaign-name"), "Cà phê");
  await user.keyboard("{Control>}4{/Control}");
  expect(await screen.findByText("Có điều kiện chưa đủ")).toBeInTheDocument();
  expect(screen.getByTestId("step-who")).toHaveAttribute("aria-current", "step");
  expect(bridge.callsOf("campaign.rehearse")).toHaveLength(0);
});

test("more than half off warns of the law before it is made", async () => {
  const { user } = await openBuilder();
  await user.keyboard("{Control>}2{/Control}");
  const rate = screen.getByLabelText("Giảm (%)");
  await user.clear(rate);
  await user.type(rate, "60");
  expect(await screen.findByText(/giới hạn khuyến mại ở 50%/u)).toBeInTheDocument();
});

test("the share that is held out is said in people, and holding nobody out is not forbidden", async () => {
  const { user } = await openBuilder();
  await user.keyboard("{Control>}3{/Control}");
  expect(screen.getByText(/Cứ 10 khách thì 1 khách không nhận phiếu/u)).toBeInTheDocument();
  await user.click(screen.getByLabelText("0%"));
  expect(screen.getByText("Không để lại thì không đo được tác dụng.")).toBeInTheDocument();
});

test("a second offer is tried on half of the people", async () => {
  const { user, bridge } = await openBuilder();
  await user.keyboard("{Control>}2{/Control}");
  await user.click(screen.getByTestId("other-offer"));
  await user.keyboard("{Control>}3{/Control}");
  await user.type(screen.getByTestId("campaign-name"), "Hai ưu đãi");
  await user.keyboard("{Control>}4{/Control}");
  await screen.findByTestId("rehearsal-headline");
  expect(bridge.callsOf("campaign.rehearse").at(-1)).toMatchObject({
    offer: { kind: "percent", rateBps: 1_000 },
    otherOffer: { kind: "points", multiplierBps: 20_000 },
  });
});

test("a coupon for the next visit is given at the till, whatever a list was to be before", async () => {
  const { replay } = rehearsal;
  const { user, bridge } = await openBuilder({
    "campaign.rehearse": () => ({
      ...rehearsal,
      ...(replay && { replay: { ...replay, earned: 131, customers: 90 } }),
    }),
  });
  await user.keyboard("{Control>}3{/Control}");
  await user.type(screen.getByTestId("campaign-name"), "Lần sau");
  await user.type(screen.getByLabelText("Nhiều nhất (khách)"), "5");
  await user.click(screen.getByLabelText("Zalo"));
  await user.click(screen.getByLabelText(/Tại quầy, cho lần mua sau/u));
  await user.type(screen.getByLabelText("Khi mua từ"), "200000");
  await user.keyboard("{Control>}4{/Control}");
  expect(await screen.findByTestId("rehearsal-headline")).toHaveTextContent(
    "Khoảng 214 khách trong nhóm 299 người này sẽ nhận phiếu tại quầy.",
  );
  expect(screen.getByTestId("replay")).toHaveTextContent("90 khách mua đủ để nhận 131 phiếu");
  expect(bridge.callsOf("campaign.rehearse").at(-1)).toMatchObject({
    trigger: "next-purchase",
    channel: "print",
    maxCustomers: undefined,
    minimumSaleMinor: 200_000,
    validDays: 30,
  });
});

test("an occasion starts a draft with its people, its offer and its days", async () => {
  const { user, bridge } = await openTill();
  await user.keyboard("{Alt>}4{/Alt}");
  const tet = await screen.findByTestId("template-tet");
  expect(tet).toHaveTextContent("Còn 11 tuần nữa đến Tết");
  await user.click(tet);
  await user.keyboard("{Control>}4{/Control}");
  await screen.findByTestId("rehearsal-headline");
  expect(bridge.callsOf("campaign.rehearse").at(-1)).toMatchObject({
    name: "Tết",
    template: "tet",
    segment: { all: [{ kind: "spentMinor", min: 2_000_000, withinDays: 365 }] },
    offer: { kind: "percent", rateBps: 1_000, maxDiscountMinor: 50_000 },
    fromDay: "2027-01-20",
    toDay: "2027-02-05",
  });
});

test("a cashier sees what runs, has nothing to change it with, and asks for nothing forbidden", async () => {
  const { user, bridge } = await openTill({
    "session.login": ({ name }) => ({
      ...{ staffId: "0190b6a0-0000-7000-8000-0000000000b9", name, role: "cashier" },
    }),
  });
  await user.keyboard("{Alt>}4{/Alt}");
  await screen.findByText("Nhớ bạn tháng mười một");
  await settled();
  for (const key of [
    "new",
    "to-quality",
    "to-segments",
    "open-results",
    "open-coupons",
    "issue",
    "campaign-verdict",
  ]) {
    expect(screen.queryByTestId(key)).not.toBeInTheDocument();
  }
  expect(bridge.callsOf("campaign.templates")).toHaveLength(0);
  expect(bridge.callsOf("segment.list")).toHaveLength(0);
  expect(bridge.callsOf("campaign.lift")).toHaveLength(0);
});

test("a campaign's days are told with their year: last year's is not taken for this one's", async () => {
  const { user } = await openTill();
  await user.keyboard("{Alt>}4{/Alt}");
  expect(await screen.findByText("16/11/2026 đến 30/11/2026")).toBeInTheDocument();
});

const chips = () => screen.getAllByTestId("campaign-verdict").map(({ textContent }) => textContent);
const askedOf = ({ bridge }: Opened) =>
  bridge.callsOf("campaign.lift").map((params) => Object(params).campaignId.slice(-1));

/** The overview, with measuring that answers only when it is let. */
const openMeasured = async () => {
  const waiting: ((verdict: "helped" | "too-early" | "refused") => void)[] = [];
  const opened = await openTill({
    "campaign.lift": async ({ campaignId }) => {
      const verdict = await new Promise<"helped" | "too-early" | "refused">((resolve) =>
        waiting.push(resolve),
      );
      return verdict === "refused"
        ? refuse({ kind: "CampaignNotIssued" })
        : { ...lift, verdict, isOver: campaignId.endsWith("3") };
    },
  });
  const answer = async (verdict: "helped" | "too-early" | "refused") => {
    waiting.shift()?.(verdict);
    await settled();
  };
  await opened.user.keyboard("{Alt>}4{/Alt}");
  await screen.findAllByTestId("campaign-verdict");
  await settled();
  return { ...opened, answer };
};

test("what each campaign did is measured behind the overview, one after another", async () => {
  const opened = await openMeasured();
  expect(chips()).toEqual(["", ""]);
  expect(askedOf(opened)).toEqual(["1"]);
  await opened.answer("helped");
  expect(chips()).toEqual(["có tác dụng", ""]);
  expect(askedOf(opened)).toEqual(["1", "3"]);
  await opened.answer("too-early");
  expect(chips()).toEqual(["có tác dụng", "không đủ để nói"]);
});

test("measuring stops when the overview is left, and begins anew when it is come to", async () => {
  const opened = await openMeasured();
  await opened.user.keyboard("{Alt>}2{/Alt}");
  await opened.answer("helped");
  expect(askedOf(opened)).toEqual(["1"]);
  await opened.user.keyboard("{Alt>}4{/Alt}");
  await screen.findAllByTestId("campaign-verdict");
  await settled();
  expect(chips()).toEqual(["có tác dụng", ""]);
  await opened.answer("too-early");
  expect(chips()).toEqual(["đang đo", ""]);
  await opened.answer("refused");
  expect(chips()).toEqual(["đang đo", ""]);
});
