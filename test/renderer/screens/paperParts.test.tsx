import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { firstOf, openOffers } from "../openOffers.tsx";

const long = () => ({ document: "<p></p>", pages: 100, parts: 9, coupons: [] });

test("a long list is printed in the part that was chosen, and in another order from its first again", async () => {
  const { user, bridge } = await openOffers({ "campaign.list": long });
  await user.click(await firstOf("open-coupons"));
  const asked = () => bridge.callsOf("campaign.list").at(-1);
  expect(asked()).toMatchObject({ part: 1 });
  await user.selectOptions(await screen.findByTestId("part"), "Phần 3 trong 9");
  await waitFor(() => expect(asked()).toMatchObject({ part: 3 }));
  expect(await screen.findByText(/, phần 3 trong 9, 100 trang$/u)).toBeVisible();
  await waitFor(() => expect(screen.getByTestId("save-pdf")).toBeEnabled());
  await user.click(screen.getByTestId("save-pdf"));
  await waitFor(() => expect(bridge.callsOf("shell.savePdf")).toHaveLength(1));
  const [saved] = bridge.callsOf("shell.savePdf");
  expect(String(Reflect.get(Object(saved), "suggestedName"))).toContain("Phần 3 trong 9");
  await user.click(screen.getByLabelText("theo mã"));
  await waitFor(() => expect(asked()).toMatchObject({ part: 1, sort: "code" }));
});

test("of a list that is one part nothing is said of parts", async () => {
  const { user } = await openOffers({ "campaign.list": () => ({ ...long(), parts: 1 }) });
  await user.click(await firstOf("open-coupons"));
  await screen.findByTestId("coupon-list");
  await waitFor(() => expect(screen.getByTestId("save-pdf")).toBeEnabled());
  expect(screen.queryByTestId("part")).toBeNull();
});

test("a part that is there no more is the last one, also in the name of its file", async () => {
  let parts = 9;
  const { user, bridge } = await openOffers({ "campaign.list": () => ({ ...long(), parts }) });
  await user.click(await firstOf("open-coupons"));
  await screen.findByText(/, phần 1 trong 9, 100 trang$/u);
  parts = 2;
  await user.selectOptions(screen.getByTestId("part"), "Phần 3 trong 9");
  expect(await screen.findByText(/, phần 2 trong 2, 100 trang$/u)).toBeVisible();
  await user.click(screen.getByTestId("save-pdf"));
  await waitFor(() => expect(bridge.callsOf("shell.savePdf")).toHaveLength(1));
  const [saved] = bridge.callsOf("shell.savePdf");
  expect(String(Reflect.get(Object(saved), "suggestedName"))).toContain("Phần 2 trong 2");
});
