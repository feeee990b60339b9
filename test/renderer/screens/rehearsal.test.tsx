import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { rehearsal } from "../fake/fakeRehearsal.ts";
import { openBuilder } from "../openOffers.tsx";
import { settled } from "../openWindow.tsx";

const goOn = "{Control>}{Enter}{/Control}";

test("a rehearsal that reaches nobody says so, and nothing can be issued", async () => {
  const { user, bridge } = await openBuilder({
    "campaign.rehearse": () => ({ ...rehearsal, issued: 0, heldOut: 0, choices: [] }),
  });
  await user.keyboard("{Control>}3{/Control}");
  await user.type(screen.getByTestId("campaign-name"), "Nhớ bạn");
  await user.keyboard("{Control>}4{/Control}");
  expect(await screen.findByText(/Chưa có ai để phát/u)).toBeInTheDocument();
  await user.keyboard(goOn);
  await settled();
  expect(bridge.callsOf("campaign.create")).toHaveLength(0);
});

test.each<[string, Partial<typeof rehearsal>, RegExp]>([
  ["is in the group", { customers: 0, skipped: [] }, /Không khách nào khớp điều kiện/u],
  ["agreed", { skipped: [{ why: "NoMarketingConsent", count: 9 }] }, /Chọn cách gửi khác/u],
  ["is left by the lot", { heldOut: 2, skipped: [] }, /ai cũng bốc trúng phần để so sánh/u],
  [
    "would bring more",
    {
      skipped: [
        { why: "NoMarketingConsent", count: 961 },
        { why: "NotChosen", count: 843 },
      ],
    },
    /phát cho ai cũng không thêm lời\. Giảm ít đi/u,
  ],
  ["is afforded", { skipped: [{ why: "BudgetReached", count: 9 }] }, /Tăng ngân sách/u],
])("where nobody %s, a rehearsal says that, and what would help", async (_, over, said) => {
  const { user } = await openBuilder({
    "campaign.rehearse": () => ({ ...rehearsal, issued: 0, heldOut: 0, choices: [], ...over }),
  });
  await user.keyboard("{Control>}3{/Control}");
  await user.type(screen.getByTestId("campaign-name"), "Nhớ bạn");
  await user.keyboard("{Control>}4{/Control}");
  expect(await screen.findByText(said)).toBeInTheDocument();
});

test("a budget is told to be a limit only where the offer takes off no more than it says", async () => {
  const { user } = await openBuilder();
  await user.keyboard("{Control>}3{/Control}");
  expect(screen.queryByText(/có thể vượt|Không vượt/u)).not.toBeInTheDocument();
  await user.type(screen.getByLabelText("Ngân sách tối đa"), "100000");
  expect(screen.getByText(/nhiều khách dùng hơn thì có thể vượt/u)).toBeInTheDocument();
  await user.keyboard("{Control>}2{/Control}");
  await user.type(screen.getByLabelText("Giảm nhiều nhất"), "50000");
  await user.keyboard("{Control>}3{/Control}");
  expect(screen.getByText(/Không vượt, kể cả/u)).toBeInTheDocument();
});
