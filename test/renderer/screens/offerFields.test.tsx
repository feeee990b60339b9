import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { goods } from "../fake/fakeGoods.ts";
import { openBuilder } from "../openOffers.tsx";
import { scan } from "../openWindow.tsx";

test("what has to be bought for a gift is asked for, also where other goods were chosen before", async () => {
  const { user } = await openBuilder();
  await user.keyboard("{Control>}2{/Control}");
  await user.click(screen.getByLabelText("nhóm hàng"));
  await user.click(screen.getByLabelText("Tặng một món"));
  const bought = screen.getByRole("group", { name: "Khi mua" });
  expect(within(bought).getByLabelText("nhóm hàng")).toBeChecked();
  await user.click(within(bought).getByLabelText("món nào cũng được"));
  await user.keyboard("{Control>}4{/Control}");
  expect(screen.getAllByText("Chọn ít nhất một")).toHaveLength(1);
});

test("of two offers the second warns of the law as the first does", async () => {
  const { user } = await openBuilder();
  await user.keyboard("{Control>}2{/Control}");
  await user.click(screen.getByTestId("other-offer"));
  const second = within(screen.getByRole("region", { name: "Ưu đãi B" }));
  await user.click(second.getByLabelText("Giảm phần trăm"));
  await user.clear(second.getByLabelText("Giảm (%)"));
  await user.type(second.getByLabelText("Giảm (%)"), "60");
  expect(await screen.findByText(/giới hạn khuyến mại ở 50%/u)).toBeInTheDocument();
});

test("a gift of what is weighed is said in kilograms, as on the slip", async () => {
  const { user } = await openBuilder();
  await user.keyboard("{Control>}2{/Control}");
  await user.click(screen.getByLabelText("Tặng một món"));
  await user.type(screen.getByLabelText("Món tặng"), "hat dieu");
  await screen.findByRole("button", { name: /Hạt điều/u });
  await user.keyboard("{Enter}");
  expect(await screen.findByText(/^Tặng 1 kg Hạt điều/u)).toBeInTheDocument();
});

test("goods that were found for one offer are not offered for the other", async () => {
  const { user } = await openBuilder();
  await user.keyboard("{Control>}2{/Control}");
  await user.click(screen.getByTestId("other-offer"));
  const [first, second] = ["Ưu đãi A", "Ưu đãi B"].map((name) =>
    within(screen.getByRole("region", { name })),
  );
  for (const offer of [first, second]) {
    if (offer) await user.click(offer.getByLabelText("món chọn"));
  }
  await user.type(first?.getByLabelText("Món") ?? document.body, "hat dieu");
  await first?.findByRole("button", { name: /Hạt điều/u });
  await user.type(second?.getByLabelText("Món") ?? document.body, "sua dac");
  await second?.findByRole("button", { name: /Sữa đặc/u });
  expect(first?.queryByRole("button", { name: /Sữa đặc/u })).not.toBeInTheDocument();
});

test("what is scanned where goods are asked for is waited for, and nothing else is taken", async () => {
  const [milk] = goods.filter(({ sku }) => sku === "SD-380");
  const answers: (() => void)[] = [];
  const opened = await openBuilder({
    "catalog.search": async ({ text }) => {
      if (text === milk?.barcode) await new Promise<void>((resolve) => answers.push(resolve));
      return { products: text === milk?.barcode ? [milk] : goods.slice(0, 2) };
    },
  });
  await opened.user.keyboard("{Control>}2{/Control}");
  await opened.user.click(screen.getByLabelText("món chọn"));
  await scan(opened, milk?.barcode ?? "", screen.getByLabelText("Món"));
  for (const answer of answers) answer();
  expect(await screen.findByText("Giảm 10% cho Sữa đặc Ông Thọ 380 g")).toBeVisible();
});

test("that nothing is found for what was typed is said", async () => {
  const { user } = await openBuilder({ "catalog.search": () => ({ products: [] }) });
  await user.keyboard("{Control>}2{/Control}");
  await user.click(screen.getByLabelText("món chọn"));
  await user.type(screen.getByLabelText("Món"), "xyz{Enter}");
  expect(await screen.findByText(/^Không thấy món nào cho “xyz”/u)).toBeVisible();
  expect(screen.getByLabelText("Món")).toHaveValue("xyz");
});

test.each([
  ["Giảm phần trăm", "Giảm (%)", "110", "Trên 0, nhiều nhất 100"],
  ["Nhân điểm", "Nhân mấy lần", "1", "Trên 1, nhiều nhất 10"],
  ["Giảm số tiền", "Giảm", "0", "Phải trên 0"],
  ["Giảm phần trăm", "Giảm (%)", "mười", "Chưa đọc được số này"],
])("%s of %s %s says what would do", async (kind, label, typed, said) => {
  const { user } = await openBuilder();
  await user.keyboard("{Control>}2{/Control}");
  await user.click(screen.getByLabelText(kind));
  await user.clear(screen.getByLabelText(label));
  await user.type(screen.getByLabelText(label), typed);
  await user.keyboard("{Control>}4{/Control}");
  expect(await screen.findByText(said)).toBeVisible();
});

test.each([
  ["Mỗi khách mấy lần", "11", "Từ 1 đến 10"],
  ["Ngân sách tối đa", "0", "Phải trên 0"],
  ["Nhiều nhất (khách)", "0", "Phải trên 0"],
])("as %s %s is not called no number", async (label, typed, said) => {
  const { user } = await openBuilder();
  await user.keyboard("{Control>}3{/Control}");
  await user.clear(screen.getByLabelText(label));
  await user.type(screen.getByLabelText(label), typed);
  await user.keyboard("{Control>}4{/Control}");
  expect(await screen.findByText(said)).toBeVisible();
});

test("the keyboard goes to the first field that is missing, each time it is wanted to go on", async () => {
  const { user } = await openBuilder();
  await user.keyboard("{Control>}2{/Control}");
  await user.clear(screen.getByLabelText("Giảm (%)"));
  await user.keyboard("{Control>}1{/Control}{Control>}4{/Control}");
  await waitFor(() => expect(screen.getByLabelText("Giảm (%)")).toHaveFocus());
  await user.keyboard("10{Control>}4{/Control}");
  await waitFor(() => expect(screen.getByTestId("campaign-name")).toHaveFocus());
  await user.tab();
  await user.keyboard("{Control>}4{/Control}");
  await waitFor(() => expect(screen.getByTestId("campaign-name")).toHaveFocus());
});
