import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { type Handlers, refuse } from "../fake/fakeBridge.ts";
import { firstOf, openOffers } from "../openOffers.tsx";

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

const letterOf = (letter: string) => () => ({
  ...{ document: `<p>${letter}</p>`, pages: 1, letter },
  coupons: [
    {
      ...{ code: "K7QF2M9P3D", customerId: "0190b6a0-0000-7000-8000-000000000001" },
      ...{ customerName: "Đỗ Thị Hường", discountText: "Giảm 10%" },
      ...{ fromDay: "2026-11-22", untilDay: "2026-11-30", state: "issued" as const },
    },
  ],
});

const openLetter = async (handlers: Handlers) => {
  const opened = await openOffers(handlers);
  await opened.user.click(await firstOf("open-coupons"));
  await opened.user.click(await screen.findByLabelText("Một thư / trang"));
  await screen.findByTestId("letter");
  return opened;
};

test("a letter is told what nobody fills before it is on paper", async () => {
  const { user } = await openLetter({ "campaign.list": letterOf("Cảm ơn") });
  await user.type(screen.getByTestId("letter"), " {{ten}");
  expect(screen.getByText(/Quen không biết \{ten\};/u)).toBeInTheDocument();
  await user.type(screen.getByTestId("letter"), "{Backspace>5/}{{givenName}");
  expect(screen.queryByText(/Quen không biết/u)).toBeNull();
});

test("a letter that could not be kept is not printed as it was before, and stays in its field", async () => {
  const { user, bridge } = await openLetter({
    "campaign.list": letterOf("Cảm ơn"),
    "campaign.keepWords": () => refuse({ kind: "CampaignUnknown" }),
  });
  await user.type(screen.getByTestId("letter"), " nhiều");
  await user.keyboard("{Control>}p{/Control}");
  expect(await screen.findByRole("alert")).toBeInTheDocument();
  await waitFor(() => expect(bridge.callsOf("campaign.keepWords").length).toBeGreaterThan(0));
  expect(bridge.callsOf("shell.printDocument")).toEqual([]);
  expect(screen.getByTestId("letter")).toHaveValue("Cảm ơn nhiều");
});

test("a letter that is longer than its page says so beside it", async () => {
  const list = letterOf("Cảm ơn");
  await openLetter({ "campaign.list": () => ({ ...list(), isLetterCut: true }) });
  expect(await screen.findByText(/^Thư dài quá một trang/u)).toBeInTheDocument();
});

test("an emptied letter says again what its pages say", async () => {
  const { user, bridge } = await openLetter({ "campaign.list": letterOf("Cảm ơn") });
  await user.clear(screen.getByTestId("letter"));
  await user.tab();
  await waitFor(() => expect(screen.getByTestId("letter")).toHaveValue("Cảm ơn"));
  expect(bridge.callsOf("campaign.keepWords")).toEqual([]);
});
