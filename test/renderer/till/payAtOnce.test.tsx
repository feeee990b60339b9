import { act, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { openTill, scan, settled } from "../openWindow.tsx";

/** A till whose goods are found only when `answer` is called. */
const openSlowTill = async () => {
  const late: (() => void)[] = [];
  const opened = await openTill({
    "catalog.search": async () => {
      await new Promise<void>((resolve) => late.push(resolve));
      return { products: [] };
    },
  });
  const answer = async () => {
    await waitFor(() => expect(late).not.toHaveLength(0));
    await act(async () => {
      for (const one of late) one();
    });
    await settled();
  };
  return { ...opened, answer };
};

test("a key to pay that comes before a scan is answered waits for it", async () => {
  const opened = await openSlowTill();
  await scan(opened, "8934563138165");
  await opened.user.keyboard("{F9}");
  await settled();
  expect(screen.queryByTestId("amount")).toBeNull();
  await opened.answer();
  expect(await screen.findByTestId("line-CF-BMT-500")).toBeInTheDocument();
  expect(await screen.findByTestId("amount")).toHaveFocus();
});

test("no money is taken over a code scanned just before that nothing bears", async () => {
  const opened = await openSlowTill();
  await scan(opened, "8934563138165");
  await opened.answer();
  await scan(opened, "8930000000001");
  await opened.user.keyboard("{F9}");
  await opened.answer();
  expect(await screen.findByTestId("unknown-code")).toHaveTextContent("8930000000001");
  expect(screen.queryByTestId("amount")).toBeNull();
});
