import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { useBasket } from "../../../renderer/stores/till/basket.ts";
import { refuse } from "../fake/fakeBridge.ts";
import { openTill, settled } from "../openWindow.tsx";

test("a new person is added right in the panel, with consent only if given", async () => {
  const { user, bridge } = await openTill();
  await user.keyboard("{F2}Phạm Quốc Bảo{Tab}0987654321{Enter}");
  await screen.findByTestId("customer-name");
  expect(bridge.callsOf("customer.create")[0]).toMatchObject({
    name: "Phạm Quốc Bảo",
    phones: ["0987654321"],
  });
  expect(bridge.callsOf("consent.record")).toHaveLength(0);
});

test("a new person whose consent could not be written down is there, and is asked again", async () => {
  const { user } = await openTill({ "consent.record": () => refuse({ kind: "CustomerUnknown" }) });
  await user.keyboard("{F2}Phạm Quốc Bảo{Tab}0987654321{Tab} {Enter}");
  await screen.findByTestId("customer-name");
  const said = await screen.findByText(/chưa ghi được lời đồng ý/u);
  await settled();
  expect(said).toBeVisible();
  expect(said.closest("[role=alert]")).toHaveTextContent("Hãy hỏi lại khách.");
});

test("a new person who is saved twice at once is one", async () => {
  const answers: (() => void)[] = [];
  const made = { customerId: "0190b6a0-0000-7000-8000-00000000000a", matched: false };
  const { user, bridge } = await openTill({
    "customer.create": () => new Promise((resolve) => answers.push(() => resolve(made))),
  });
  await user.keyboard("{F2}Phạm Quốc Bảo{Enter}{Enter}");
  await settled();
  expect(bridge.callsOf("customer.create")).toHaveLength(1);
  for (const answer of answers) answer();
  await waitFor(() => expect(useBasket.getState().customerId).toBe(made.customerId));
});

test("what is typed of a new person is there again after another place, and gone once it is let be", async () => {
  const { user } = await openTill();
  await user.keyboard("{F2}Phạm Quốc Bảo{Alt>}5{/Alt}");
  await screen.findByTestId("goods");
  await user.keyboard("{Alt>}1{/Alt}");
  expect(await screen.findByLabelText("Tên khách")).toHaveValue("Phạm Quốc Bảo");
  await user.keyboard("{Escape}{F2}");
  expect(await screen.findByLabelText("Tên khách")).toHaveValue("");
});
