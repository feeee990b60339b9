import { act, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { useCustomers } from "../../../renderer/stores/customers.ts";
import { useOmnibox } from "../../../renderer/stores/till/omnibox.ts";
import { refuse } from "../fake/fakeBridge.ts";
import { type Opened, openTill, take, typeByHand } from "../openWindow.tsx";

const staffIdOf = (name: string): string =>
  `0190b6a0-0000-7000-8000-0000000000${name === "Mi" ? "b1" : "b2"}`;

/** The till with Mi at it, where each of the staff is somebody of their own. */
const openTillOfMi = (): Promise<Opened> =>
  openTill({
    "session.login": ({ name }) => ({
      ...{ staffId: staffIdOf(name), name, role: "owner" },
      sessionToken: "token",
    }),
  });

/** Locks the till; `keys` choose who comes next. */
const handOver = async ({ user }: Opened, keys: string): Promise<void> => {
  await user.keyboard("{Control>}l{/Control}");
  await screen.findByTestId("sign-in");
  await user.keyboard(`${keys}2580{Enter}`);
  await screen.findByTestId("omnibox");
};

const toTuan = "{ArrowDown}";
const backToMi = "";

const openHa = async ({ user, bridge }: Opened): Promise<HTMLElement> => {
  await user.keyboard("{Alt>}2{/Alt}");
  await user.type(await screen.findByTestId("customer-search"), "ha");
  await waitFor(() =>
    expect(bridge.callsOf("customer.search").at(-1)).toMatchObject({ text: "ha" }),
  );
  await user.keyboard("{Enter}");
  return await screen.findByLabelText("Ghi chú");
};

/** A note about Hà that is not saved, in the customers' place. */
const writeNote = async (opened: Opened): Promise<void> => {
  await opened.user.type(await openHa(opened), ", hay quên tiền thừa");
};

test("a note that was not saved is not seen by whoever signs in next, and waits for who wrote it", async () => {
  const opened = await openTillOfMi();
  await writeNote(opened);
  await handOver(opened, toTuan);
  expect(screen.queryByTestId("profile")).not.toBeInTheDocument();
  expect(useCustomers.getState()).toMatchObject({ typedById: {}, text: "" });
  expect(await openHa(opened)).not.toHaveDisplayValue(/hay quên/u);
  await handOver(opened, backToMi);
  expect(await openHa(opened)).toHaveDisplayValue(/hay quên tiền thừa$/u);
});

test("a new customer who is being written stays with who writes, and so does what was looked for", async () => {
  const opened = await openTillOfMi();
  await take(opened, "sua dac");
  await screen.findByTestId("line-SD-380");
  await opened.user.keyboard("{F2}Phạm Quốc Bảo");
  await typeByHand(opened, "0903 124");
  await handOver(opened, toTuan);
  expect(screen.getByTestId("line-SD-380")).toBeVisible();
  expect(screen.queryByLabelText("Tên khách")).not.toBeInTheDocument();
  expect(useOmnibox.getState()).toMatchObject({ typed: "", findings: [] });
  await handOver(opened, backToMi);
  expect(await screen.findByLabelText("Tên khách")).toHaveValue("Phạm Quốc Bảo");
});

test("somebody new among customers stays with who writes them, too", async () => {
  const opened = await openTillOfMi();
  await opened.user.keyboard("{Alt>}2{/Alt}");
  await screen.findByTestId("customer-search");
  await opened.user.keyboard("{Control>}m{/Control}");
  await typeByHand(opened, "Phạm Quốc Bảo", await screen.findByLabelText("Tên khách"));
  await handOver(opened, toTuan);
  await screen.findByTestId("customer-search");
  expect(screen.queryByLabelText("Tên khách")).not.toBeInTheDocument();
  await handOver(opened, backToMi);
  expect(await screen.findByLabelText("Tên khách")).toHaveValue("Phạm Quốc Bảo");
});

test("whoever locked the till and comes back finds what was typed, where it was typed", async () => {
  const opened = await openTillOfMi();
  await writeNote(opened);
  await handOver(opened, backToMi);
  expect(await screen.findByLabelText("Ghi chú")).toHaveDisplayValue(/hay quên tiền thừa$/u);
});

test("a session that the engine ended is handed over in the same way", async () => {
  const opened = await openTillOfMi();
  await writeNote(opened);
  opened.bridge.answer({ "customer.search": () => refuse({ kind: "NotSignedIn" }) });
  await act(() => useCustomers.getState().search("an"));
  await screen.findByTestId("sign-in");
  opened.bridge.answer({ "customer.search": () => ({ matches: [] }) });
  await opened.user.keyboard("{ArrowDown}2580{Enter}");
  await screen.findByTestId("omnibox");
  expect(useCustomers.getState().typedById).toEqual({});
});
