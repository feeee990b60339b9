import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { useSegments } from "../../../renderer/stores/campaigns/segments.ts";
import { shopStatus } from "../fake/fakeShop.ts";
import { openProduct, typeOver } from "../openGoods.tsx";
import { openOffers } from "../openOffers.tsx";
import { nowMs, type Opened } from "../openWindow.tsx";

const inDollars = {
  "shop.status": () => ({ ...shopStatus, currency: "USD", cashRoundingMinor: 1 }),
} as const;

/** Changes the language where a person does, and comes back by `place`. */
const turnTo = async ({ user }: Opened, language: string, place: string): Promise<void> => {
  await user.keyboard("{Alt>}6{/Alt}");
  await user.click(await screen.findByLabelText(language));
  await user.keyboard(`{Alt>}${place}{/Alt}`);
};

test("amounts of a half-made campaign are the same in the other language, there and back", async () => {
  const opened = await openOffers(inDollars);
  const { user, bridge } = opened;
  await user.keyboard("{Control>}m{/Control}");
  await screen.findByTestId("campaign-builder");
  await user.click(screen.getByLabelText(/Khách chi nhiều nhất/u));
  const [open] = within(screen.getByTestId("row-spentMinor")).getAllByRole("button");
  if (open) await user.click(open);
  await user.type(screen.getByLabelText("Từ"), "2500");
  await user.keyboard("{Control>}3{/Control}");
  await user.type(screen.getByTestId("campaign-name"), "Cảm ơn");
  await user.type(screen.getByLabelText("Ngân sách tối đa"), "1500");
  await user.keyboard("{Control>}2{/Control}");
  await user.clear(screen.getByLabelText("Giảm (%)"));
  await user.type(screen.getByLabelText("Giảm (%)"), "12,5");
  await turnTo(opened, "English", "4");
  await screen.findByTestId("campaign-builder");
  expect(screen.getByLabelText("Off (%)")).toHaveValue("12.5");
  await user.keyboard("{Control>}3{/Control}");
  expect(screen.getByLabelText("Budget at most")).toHaveValue("1,500");
  await user.keyboard("{Control>}4{/Control}");
  await screen.findByTestId("rehearsal-headline");
  expect(bridge.callsOf("campaign.rehearse").at(-1)).toMatchObject({
    budgetMinor: 150_000,
    offer: { kind: "percent", rateBps: 1_250 },
    segment: { all: [{ kind: "spentMinor", min: 250_000 }] },
  });
  await turnTo(opened, "Tiếng Việt", "4");
  await user.keyboard("{Control>}3{/Control}");
  expect(screen.getByLabelText("Ngân sách tối đa")).toHaveValue("1.500");
});

test("so are those of a draft that lies on the overview", async () => {
  const opened = await openOffers(inDollars);
  const { user } = opened;
  await user.keyboard("{Control>}m{/Control}");
  await screen.findByTestId("campaign-builder");
  await user.keyboard("{Control>}2{/Control}");
  await user.type(screen.getByLabelText("Giảm nhiều nhất"), "1500");
  await user.keyboard("{Escape}{Escape}");
  await screen.findByTestId("draft");
  await turnTo(opened, "English", "4");
  await user.click(within(await screen.findByTestId("draft")).getByTestId("resume-draft"));
  await user.keyboard("{Control>}2{/Control}");
  expect(screen.getByLabelText("At most")).toHaveValue("1,500");
});

test("so are those of a group on the bench", async () => {
  const opened = await openOffers(inDollars);
  const segment = { all: [{ kind: "spentMinor" as const, min: 250_000 }] };
  const saved = { segmentId: "s", name: "Khách quý", text: "", changedAtMs: nowMs, segment };
  useSegments.getState().open(saved, () => "2.500");
  await turnTo(opened, "English", "4");
  expect(useSegments.getState().bench?.rows[0]?.min).toBe("2,500");
});

test("so is a price that was typed and not saved yet", async () => {
  const opened = await openProduct("ca phe", inDollars);
  await typeOver(opened, "product-price", "1500");
  await turnTo(opened, "English", "5");
  expect(await screen.findByTestId("product-price")).toHaveValue("1,500");
  await opened.user.click(screen.getByTestId("product-price"));
  await opened.user.keyboard("{Enter}");
  const [saved] = opened.bridge.callsOf("catalog.import");
  expect(saved).toMatchObject({ products: [{ priceMinor: 150_000 }] });
});
