import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { defined } from "../../../shared/kernel/assert.ts";
import { campaigns } from "../fake/fakeCampaigns.ts";
import { haId } from "../fake/fakePeople.ts";
import { rehearsal } from "../fake/fakeRehearsal.ts";
import { openBuilder } from "../openOffers.tsx";
import { openTill } from "../openWindow.tsx";

test("each person chosen shows whether they would buy anyway, and what a coupon brings or loses", async () => {
  const [first] = rehearsal.choices;
  if (!first) throw new Error("nobody is chosen");
  const choices = [
    { ...first, buyAnywayProbability: 0.2, expectedGainMinor: 21_000 },
    {
      ...first,
      customerId: first.customerId.replace(/.$/u, "f"),
      buyAnywayProbability: 0.91,
      expectedGainMinor: -4_000,
    },
  ];
  const { user } = await openBuilder({ "campaign.rehearse": () => ({ ...rehearsal, choices }) });
  await user.keyboard("{Control>}3{/Control}");
  await user.type(screen.getByTestId("campaign-name"), "Nhớ bạn");
  await user.keyboard("{Control>}4{/Control}");
  const [won, lost] = within(await screen.findByTestId("choices")).getAllByRole("listitem");
  expect(won).toHaveTextContent("62% sẽ dùng");
  expect(won).toHaveTextContent(
    "20% vẫn mua dù không có phiếu · phát thì lời thêm khoảng 21.000 đ",
  );
  expect(lost).toHaveTextContent("91% vẫn mua dù không có phiếu · phát thì lỗ khoảng 4.000 đ");
});

test("where costs are not known, the gain says which margin it takes for true", async () => {
  const learnedFrom = { ...rehearsal.learnedFrom, assumedMarginBps: 2_500 };
  const { user } = await openBuilder({
    "campaign.rehearse": () => ({ ...rehearsal, learnedFrom }),
  });
  await user.keyboard("{Control>}3{/Control}");
  await user.type(screen.getByTestId("campaign-name"), "Nhớ bạn");
  await user.keyboard("{Control>}4{/Control}");
  expect(
    await screen.findByText(/Chưa bán đủ món biết giá vốn, nên coi như lãi 25%/u),
  ).toBeVisible();
});

test("the days are said in words beneath, and how many they are", async () => {
  const { user } = await openBuilder();
  await user.keyboard("{Control>}3{/Control}");
  fireEvent.change(screen.getByTestId("fromDay"), { target: { value: "2026-12-11" } });
  fireEvent.change(screen.getByTestId("toDay"), { target: { value: "2027-01-02" } });
  expect(screen.getByTestId("fromDay")).toHaveAccessibleDescription(
    "Thứ sáu, 11 tháng 12 năm 2026",
  );
  expect(screen.getByTestId("toDay")).toHaveAccessibleDescription("Thứ bảy, 2 tháng 1 năm 2027");
  expect(screen.getByTestId("campaign-length")).toHaveTextContent("Kéo dài 23 ngày");
});

test("a last day before the first is said as that", async () => {
  const { user } = await openBuilder();
  await user.keyboard("{Control>}3{/Control}");
  fireEvent.change(screen.getByTestId("fromDay"), { target: { value: "2026-12-11" } });
  fireEvent.change(screen.getByTestId("toDay"), { target: { value: "2026-12-01" } });
  await user.keyboard("{Control>}4{/Control}");
  expect(screen.getByTestId("toDay")).toHaveAccessibleDescription(
    "Ngày cuối không được trước ngày đầu",
  );
  expect(screen.queryByTestId("campaign-length")).not.toBeInTheDocument();
});

test("a card of two offers says both, and one of a single offer names no letter", async () => {
  const { user } = await openTill();
  await user.keyboard("{Alt>}4{/Alt}");
  const [two, one] = await screen.findAllByTestId("campaign");
  expect(two).toHaveTextContent("Ưu đãi AGiảm 10% cho Cà phê, tối đa 50.000 đ");
  expect(two).toHaveTextContent("Ưu đãi BNhân 2 lần điểm thưởng");
  expect(one).not.toHaveTextContent("Ưu đãi A");
});

test("a card counts the coupons that were given, where each person got two", async () => {
  const { user } = await openTill();
  await user.keyboard("{Alt>}4{/Alt}");
  expect(await screen.findByText("61 trên 360 phiếu đã dùng")).toBeInTheDocument();
});

test("before a first day of sales nobody is said to earn nothing at the till", async () => {
  const { replay: _, ...young } = { ...rehearsal, issued: 0, heldOut: 0 };
  const { user } = await openBuilder({ "campaign.rehearse": () => young });
  await user.keyboard("{Control>}3{/Control}");
  await user.type(screen.getByTestId("campaign-name"), "Lần sau");
  await user.click(screen.getByLabelText(/Tại quầy, cho lần mua sau/u));
  await user.keyboard("{Control>}4{/Control}");
  expect(await screen.findByTestId("rehearsal-headline")).toHaveTextContent(
    "Chưa có ngày bán nào trước đây để diễn tập.",
  );
  expect(screen.queryByText("Phiếu sẽ được dùng")).toBeNull();
  expect(screen.queryByTestId("figure-issued")).toBeNull();
  expect(screen.getByTestId("create-campaign")).toBeEnabled();
});

test("a card says what became sensitive, so that nothing is given out any more", async () => {
  const { user } = await openTill({
    "campaign.overview": () => ({
      campaigns: campaigns.map((campaign, at) =>
        at === 0
          ? { ...campaign, givesNothing: { kind: "GoodsSensitive", name: "Thuốc dạ dày" } }
          : campaign,
      ),
    }),
  });
  await user.keyboard("{Alt>}4{/Alt}");
  const [quiet, other] = await screen.findAllByTestId("campaign");
  expect(quiet).toHaveTextContent(
    "Không phát phiếu nào nữa: Thuốc dạ dày nay là hàng nhạy cảm. Phiếu đã phát vẫn dùng được.",
  );
  expect(other).not.toHaveTextContent("hàng nhạy cảm");
});

test("a card says which category is gone, and nothing of coupons that would still work", async () => {
  const [campaign] = campaigns;
  const givesNothing = { kind: "CategoryUnknown", category: "Trà" } as const;
  const { user } = await openTill({
    "campaign.overview": () => ({ campaigns: [{ ...defined(campaign, "one"), givesNothing }] }),
  });
  await user.keyboard("{Alt>}4{/Alt}");
  const card = await screen.findByTestId("campaign");
  expect(card).toHaveTextContent("Không phát phiếu nữa: không còn hàng nào thuộc nhóm Trà.");
  expect(card).not.toHaveTextContent("vẫn dùng được");
});

test("of one that has given nothing out yet it is not said that it gives out no more", async () => {
  const draft = defined(
    campaigns.find(({ state }) => state === "draft"),
    "a draft",
  );
  const [gone, sensitive] = [
    { ...draft, givesNothing: { kind: "CategoryUnknown", category: "Trà" } },
    { ...draft, campaignId: haId, givesNothing: { kind: "GoodsSensitive", name: "Thuốc" } },
  ] as const;
  const { user } = await openTill({
    "campaign.overview": () => ({ campaigns: [gone, sensitive] }),
  });
  await user.keyboard("{Alt>}4{/Alt}");
  const [first, second] = await screen.findAllByTestId("campaign");
  expect(first).toHaveTextContent("Chưa phát được phiếu: không còn hàng nào thuộc nhóm Trà.");
  expect(second).toHaveTextContent("Chưa phát được phiếu: Thuốc nay là hàng nhạy cảm.");
});

test("one that cannot be issued says what to do, and its key waits for that", async () => {
  const draft = defined(
    campaigns.find(({ state }) => state === "draft"),
    "a draft",
  );
  const gone = { ...draft, givesNothing: { kind: "CategoryUnknown", category: "Trà" } } as const;
  const ready = { ...draft, campaignId: haId };
  const { user, bridge } = await openTill({
    "campaign.overview": () => ({ campaigns: [gone, ready] }),
  });
  await user.keyboard("{Alt>}4{/Alt}");
  const [first, second] = await screen.findAllByTestId("campaign");
  expect(first).toHaveTextContent("Xếp hàng vào nhóm ấy trong mục Hàng hoá, hoặc bỏ đợt này.");
  const [issueGone, issueReady] = screen.getAllByTestId("issue");
  expect(issueGone).toBeDisabled();
  expect(issueReady).toBeEnabled();
  expect(second).not.toHaveTextContent("bỏ đợt này.");
  // The shelf was filled meanwhile: coming back is enough.
  bridge.answer({ "campaign.overview": () => ({ campaigns: [draft] }) });
  await user.keyboard("{Alt>}5{/Alt}");
  await screen.findByTestId("goods");
  await user.keyboard("{Alt>}4{/Alt}");
  await waitFor(() => expect(screen.getByTestId("issue")).toBeEnabled());
});

test("a rehearsal of a shop that has sold for fewer days says so", async () => {
  const { replay } = rehearsal;
  if (!replay) throw new Error("nothing was rehearsed");
  const { user } = await openBuilder({
    "campaign.rehearse": () => ({ ...rehearsal, replay: { ...replay, isShorter: true } }),
  });
  await user.keyboard("{Control>}3{/Control}");
  await user.type(screen.getByTestId("campaign-name"), "Nhớ bạn");
  await user.keyboard("{Control>}4{/Control}");
  expect(await screen.findByTestId("replay")).toHaveTextContent("Cửa hàng mới bán từ ngày ấy");
});

test("a day is typed as the language on the screen writes it, and a half typed one is no day", async () => {
  const { user } = await openBuilder();
  await user.keyboard("{Control>}3{/Control}");
  const from = screen.getByTestId("fromDay");
  await user.clear(from);
  await user.type(from, "5/12");
  expect(from).toHaveValue("5/12");
  await user.keyboard("{Control>}4{/Control}");
  expect(from).toHaveAccessibleDescription("Đây chưa phải một ngày: ngày, tháng, năm");
  await user.type(from, "/26");
  expect(from).toHaveAccessibleDescription("Thứ bảy, 5 tháng 12 năm 2026");
  await user.tab();
  expect(from).toHaveValue("05/12/2026");
});

test("a day is chosen from the system's calendar as well", async () => {
  const { user } = await openBuilder();
  await user.keyboard("{Control>}3{/Control}");
  const to = screen.getByTestId("toDay");
  const showPicker = vi.fn();
  Object.assign(HTMLInputElement.prototype, { showPicker });
  const [, key] = screen.getAllByRole("button", { name: "Mở lịch" });
  await user.click(key as HTMLElement);
  expect(showPicker).toHaveBeenCalledOnce();
  const calendar = showPicker.mock.contexts[0] as HTMLInputElement;
  fireEvent.change(calendar, { target: { value: "2027-02-06" } });
  expect(to).toHaveValue("06/02/2027");
  Reflect.deleteProperty(HTMLInputElement.prototype, "showPicker");
});
