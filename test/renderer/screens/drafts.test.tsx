import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { useDrafts } from "../../../renderer/stores/campaigns/drafts.ts";
import { dayAfter, today } from "../../../renderer/stores/today.ts";
import type { Output } from "../../../shared/contract/index.ts";
import { typeOver } from "../openGoods.tsx";
import { firstOf, openBuilder, openOffers } from "../openOffers.tsx";
import type { Opened } from "../openWindow.tsx";
import { restart } from "../restart.ts";

/** Begins a campaign with a name, and leaves it for the overview. */
const beginOne = async ({ user }: Opened, name: string): Promise<void> => {
  await user.keyboard("{Control>}m{/Control}");
  await screen.findByTestId("campaign-builder");
  await user.keyboard("{Control>}3{/Control}");
  await user.type(screen.getByTestId("campaign-name"), name);
  await user.keyboard("{Control>}2{/Control}");
  await user.type(screen.getByLabelText("Giảm nhiều nhất"), "50000");
  await user.keyboard("{Escape}{Escape}");
  await screen.findByTestId("campaigns");
};

test("what was typed of a campaign is there again after leaving it, and after a restart", async () => {
  const opened = await openOffers();
  await beginOne(opened, "Nhớ bạn");
  expect(screen.getByTestId("draft")).toHaveTextContent("Nhớ bạn");
  await restart();
  const { user, bridge } = await openOffers();
  await user.click(within(await screen.findByTestId("draft")).getByTestId("resume-draft"));
  await screen.findByTestId("campaign-builder");
  await user.keyboard("{Control>}2{/Control}");
  expect(screen.getByLabelText("Giảm nhiều nhất")).toHaveValue("50.000");
  await user.keyboard("{Control>}4{/Control}");
  await screen.findByTestId("rehearsal-headline");
  expect(bridge.callsOf("campaign.rehearse").at(-1)).toMatchObject({
    name: "Nhớ bạn",
    segment: { all: [{ kind: "lapsedAgainstOwnRhythm", times: 2 }, { kind: "purchaseCount" }] },
    offer: { kind: "percent", rateBps: 1_000, maxDiscountMinor: 50_000 },
    fromDay: today(),
    toDay: dayAfter(today(), 14),
  });
});

test("a second campaign that is begun leaves the first as it is; one that is made is no draft any more", async () => {
  const opened = await openOffers();
  const { user, bridge } = opened;
  await beginOne(opened, "Nhớ bạn");
  await beginOne(opened, "Cảm ơn");
  const [newest] = screen.getAllByTestId("draft");
  expect(screen.getAllByTestId("draft")).toHaveLength(2);
  expect(newest).toHaveTextContent("Cảm ơn");
  if (newest) await user.click(within(newest).getByTestId("resume-draft"));
  await user.keyboard("{Control>}4{/Control}");
  await screen.findByTestId("rehearsal-headline");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByTestId("coupon-list");
  expect(bridge.callsOf("campaign.create").at(-1)).toMatchObject({ name: "Cảm ơn" });
  await user.keyboard("{Escape}");
  expect(await screen.findByTestId("draft")).toHaveTextContent("Nhớ bạn");
  await user.click(screen.getByTestId("drop-draft"));
  expect(screen.queryByTestId("draft")).not.toBeInTheDocument();
});

test("conditions put in after a restart do not take the place of those that were kept", async () => {
  await beginOne(await openOffers(), "Nhớ bạn");
  await restart();
  const { user } = await openOffers();
  await user.click(await screen.findByTestId("resume-draft"));
  await user.keyboard("{Control>}1{/Control}");
  await user.keyboard("{Control>}k{/Control}{Enter}");
  const [kept] = useDrafts.getState().drafts;
  const rowIds = kept?.draft.rows.map(({ rowId }) => rowId) ?? [];
  expect(rowIds).toHaveLength(3);
  expect(new Set(rowIds).size).toBe(3);
});

test("what is looked at and not changed is no draft", async () => {
  const { user } = await openOffers();
  await user.keyboard("{Control>}m{/Control}");
  await screen.findByTestId("campaign-builder");
  await user.keyboard("{Control>}2{/Control}{Escape}{Escape}");
  await screen.findByTestId("campaigns");
  expect(screen.queryByTestId("draft")).not.toBeInTheDocument();
});

const plan: Output<"campaign.plan"> = {
  name: "Trung thu",
  segment: { all: [{ kind: "spentMinor", min: 400_000, withinDays: 90 }] },
  offer: { kind: "amount", amountMinor: 30_000, minimumSpendMinor: 400_000 },
  otherOffer: { kind: "points", multiplierBps: 20_000 },
  fromDay: "2026-09-10",
  toDay: "2026-09-25",
  holdoutBps: 2_000,
  maxUsesPerCustomer: 2,
  budgetMinor: 1_500_000,
  channel: "zalo",
  targeting: "best-gain",
  maxCustomers: 120,
  trigger: "list",
};

test("a campaign used again has its group, offers and limits, on as many days from today", async () => {
  const { user, bridge } = await openOffers({ "campaign.plan": () => plan });
  const over = (await screen.findAllByTestId("campaign")).at(-1);
  if (over) await user.click(within(over).getByTestId("repeat-campaign"));
  await screen.findByTestId("campaign-builder");
  await user.keyboard("{Control>}4{/Control}");
  await screen.findByTestId("rehearsal-headline");
  expect(bridge.callsOf("campaign.rehearse").at(-1)).toEqual({
    ...plan,
    fromDay: today(),
    toDay: dayAfter(today(), 15),
    locale: "vi",
  });
  await user.keyboard("{Alt>}1{/Alt}{Alt>}4{/Alt}");
  expect(await screen.findByTestId("rehearsal-headline")).toBeInTheDocument();
});

test("a campaign that is used again and left as it was is no draft; once changed it is one", async () => {
  const { user } = await openOffers({ "campaign.plan": () => plan });
  await user.click(await firstOf("repeat-campaign"));
  await screen.findByTestId("campaign-builder");
  await user.keyboard("{Control>}2{/Control}{Escape}{Escape}");
  await screen.findByTestId("campaigns");
  expect(screen.queryByTestId("draft")).not.toBeInTheDocument();
  await user.click(await firstOf("repeat-campaign"));
  await screen.findByTestId("campaign-builder");
  await user.keyboard("{Control>}3{/Control}");
  await user.type(screen.getByTestId("campaign-name"), " 2027");
  await user.keyboard("{Escape}{Escape}{Escape}");
  expect(await screen.findByTestId("draft")).toHaveTextContent("Trung thu 2027");
});

test("a budget at the till says what it does to coupons whose offer has no bound of its own", async () => {
  const { user } = await openOffers();
  await user.keyboard("{Control>}m{/Control}");
  await screen.findByTestId("campaign-builder");
  await user.keyboard("{Control>}3{/Control}");
  await user.click(screen.getByLabelText(/Tại quầy, cho lần mua sau/u));
  expect(screen.queryByText(/mức giảm tối đa/u)).not.toBeInTheDocument();
  await user.type(screen.getByLabelText("Ngân sách tối đa"), "2000000");
  expect(screen.getByText(/mỗi phiếu ghi rõ mức giảm tối đa/u)).toBeVisible();
  await user.keyboard("{Control>}2{/Control}");
  await user.type(screen.getByLabelText("Giảm nhiều nhất"), "50000");
  await user.keyboard("{Control>}3{/Control}");
  expect(screen.queryByText(/mức giảm tối đa/u)).not.toBeInTheDocument();
});

const coffee = "Cà phê phin Buôn Ma Thuột 500 g";
const onCoffee = (name: string): Output<"campaign.plan"> => ({
  ...{ name, segment: {}, channel: "print", trigger: "list", targeting: "everyone" },
  ...{ fromDay: "2026-10-01", toDay: "2026-10-14", holdoutBps: 1_000, maxUsesPerCustomer: 1 },
  offer: { kind: "percent", rateBps: 1_000, scope: { skus: ["CF-BMT-500"] } },
});

test("a campaign used again calls its goods by name from its first step, and by their new name", async () => {
  const plan = () => onCoffee("Cảm ơn");
  const opened = await openOffers({ "campaign.plan": plan });
  const { user } = opened;
  await user.click(await firstOf("repeat-campaign"));
  expect(await screen.findByText(`Giảm 10% cho ${coffee}`)).toBeVisible();
  await user.keyboard("{Alt>}5{/Alt}");
  await user.type(await screen.findByTestId("goods-search"), "ca phe{Enter}");
  await screen.findByTestId("product-form");
  await typeOver(opened, "product-name", "Cà phê mới{Enter}");
  await screen.findByText("Đã lưu");
  await user.keyboard("{Alt>}4{/Alt}");
  expect(await screen.findByText("Giảm 10% cho Cà phê mới")).toBeVisible();
});

test("conditions that were changed come back after another group to start from was tried", async () => {
  const { user } = await openBuilder();
  await user.keyboard("{Control>}k{/Control}{Enter}");
  expect(screen.getByTestId("row-recencyDays")).toBeInTheDocument();
  await user.click(screen.getByLabelText(/^Tất cả khách/u));
  expect(screen.queryByTestId("row-recencyDays")).not.toBeInTheDocument();
  await user.click(screen.getByLabelText(/^Khách mới mua một lần/u));
  await user.click(screen.getByTestId("put-back"));
  expect(screen.getByTestId("row-recencyDays")).toBeInTheDocument();
  expect(screen.getByTestId("row-lapsedAgainstOwnRhythm")).toBeInTheDocument();
  expect(screen.queryByTestId("put-back")).not.toBeInTheDocument();
});

test("a group to start from that was not changed goes without a word", async () => {
  const { user } = await openBuilder();
  await user.click(screen.getByLabelText(/^Tất cả khách/u));
  expect(screen.queryByTestId("put-back")).not.toBeInTheDocument();
});

test("a campaign used again that held out another share than most is told with that share", async () => {
  const { user } = await openOffers({ "campaign.plan": () => ({ ...plan, holdoutBps: 2_500 }) });
  await user.click(await firstOf("repeat-campaign"));
  await screen.findByTestId("campaign-builder");
  await user.keyboard("{Control>}3{/Control}");
  expect(screen.getByLabelText("25%")).toBeChecked();
  expect(screen.getByText(/^Cứ 4 khách thì 1 khách không nhận phiếu/u)).toBeVisible();
});
