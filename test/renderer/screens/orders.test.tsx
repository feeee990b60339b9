import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { DroppedFile } from "../../../shared/contract/shell.ts";
import { refuse } from "../fake/fakeBridge.ts";
import { type Opened, openTill } from "../openWindow.tsx";

const openOrders = async (handlers: Parameters<typeof openTill>[0] = {}): Promise<Opened> => {
  const opened = await openTill(handlers);
  await opened.user.keyboard("{Alt>}3{/Alt}");
  await screen.findByTestId("orders");
  return opened;
};

const oneOrder = {
  importId: "0190b6a0-0000-7000-8000-0000000000d2",
  format: "mapped",
  ...{ rows: 1, orders: 1, created: 1, updated: 0, unchanged: 0, rejected: 0 },
  ...{ customersCreated: 0, customersMatched: 0 },
};

const imports = ({ bridge }: Opened) => bridge.callsOf("orders.importFile");

test("a file is rehearsed before anything is written", async () => {
  const opened = await openOrders();
  await opened.user.keyboard("{Control>}o{/Control}");
  await screen.findByTestId("rehearsal");
  expect(screen.getByTestId("figure-created")).toHaveTextContent("131");
  expect(screen.getByTestId("figure-doubtful")).toHaveTextContent("1");
  expect(screen.getAllByText("cần xem lại: điện thoại giống, tên khác").length).toBeGreaterThan(0);
  expect(within(screen.getByTestId("rejects")).getByText(/1e3/u)).toBeInTheDocument();
  expect(imports(opened)).toMatchObject([{ dryRun: true }]);
});

test("Enter imports it, and the rejected rows lie in a file of their own", async () => {
  const opened = await openOrders();
  await opened.user.keyboard("{Control>}o{/Control}");
  await screen.findByTestId("rehearsal");
  await opened.user.keyboard("{Enter}");
  await screen.findByTestId("import-result");
  expect(screen.getByText("rejects/shopee-2026-06.csv")).toBeInTheDocument();
  expect(Object(imports(opened)[1]).dryRun).toBeUndefined();
});

test("an import that the disk cut off goes on when it is asked for again, and one taken back begins anew", async () => {
  const refusals = [{ kind: "StorageFailed", why: "disk-full" }, { kind: "RequestIdReused" }];
  const opened = await openOrders({
    "orders.importFile": ({ dryRun }) => {
      const refusal = dryRun ? undefined : refusals.shift();
      return refusal ? refuse(refusal) : oneOrder;
    },
  });
  await opened.user.keyboard("{Control>}o{/Control}");
  await screen.findByTestId("rehearsal");
  await opened.user.keyboard("{Enter}");
  expect(await screen.findByTestId("file-refused")).toHaveTextContent("Ổ đĩa đã đầy");
  await opened.user.keyboard("{Enter}");
  await waitFor(() => expect(imports(opened)).toHaveLength(3));
  expect(await screen.findByTestId("file-refused")).not.toHaveTextContent("Ổ đĩa đã đầy");
  await opened.user.keyboard("{Enter}");
  await screen.findByTestId("import-result");
  const [, first, again, anew] = imports(opened).map((params) => Object(params).requestId);
  expect(again).toBe(first);
  expect(anew).not.toBe(first);
});

test("Escape leaves the rehearsal, and nothing was imported", async () => {
  const opened = await openOrders();
  await opened.user.keyboard("{Control>}o{/Control}");
  await screen.findByTestId("rehearsal");
  await opened.user.keyboard("{Escape}");
  await screen.findByTestId("orders");
  expect(imports(opened)).toHaveLength(1);
});

test("an import is undone as a whole", async () => {
  const opened = await openOrders();
  await opened.user.keyboard("{Control>}o{/Control}");
  await screen.findByTestId("rehearsal");
  await opened.user.keyboard("{Enter}");
  await opened.user.click(await screen.findByTestId("undo-import"));
  expect(await screen.findByTestId("undone")).toHaveTextContent("bỏ 131 đơn, trả lại 9 đơn");
});

test("a file of an unknown shape asks which column is what, and is rehearsed with the answer", async () => {
  const opened = await openOrders({
    "orders.importFile": ({ mapping }) =>
      mapping
        ? oneOrder
        : refuse({
            kind: "FormatUnknown",
            ...{
              headers: ["Mã", "Ngày", "Tiền"],
              proposedMapping: { columns: { externalId: "Mã" }, missing: ["placedAt", "total"] },
            },
          }),
  });
  await opened.user.keyboard("{Control>}o{/Control}");
  await screen.findByTestId("mapping");
  expect(screen.getByTestId("column-externalId")).toHaveValue("Mã");
  expect(screen.getAllByText("cần có")).toHaveLength(2);
  await opened.user.selectOptions(screen.getByTestId("column-placedAt"), "Ngày");
  await opened.user.selectOptions(screen.getByTestId("column-total"), "Tiền");
  await opened.user.click(screen.getByTestId("rehearse-mapping"));
  await screen.findByTestId("rehearsal");
  expect(imports(opened)[1]).toMatchObject({
    dryRun: true,
    mapping: { columns: { externalId: "Mã", placedAt: "Ngày", total: "Tiền" } },
  });
});

test("an import undone in the list says what it did, and what it left as another one had made it", async () => {
  const opened = await openOrders({
    "orders.undoImport": () => ({ removed: 100, restored: 5, kept: 13 }),
  });
  await opened.user.click(await screen.findByLabelText("Các lần nhập"));
  await opened.user.click(screen.getByRole("button", { name: "Hoàn tác" }));
  expect(await screen.findByTestId("undone")).toHaveTextContent("bỏ 100 đơn, trả lại 5 đơn");
  expect(screen.getByTestId("undone")).toHaveTextContent("13");
});

const unknownFile = {
  kind: "FormatUnknown",
  headers: ["Mã", "Ngày", "Tiền"],
  proposedMapping: { columns: { externalId: "Mã" }, missing: ["placedAt", "product"] },
} as const;

test.each([
  ["chosen for what is needed", { missing: ["placedAt", "product"] }, /: Ngày đặt, Tên hàng\./u],
  ["of that name in the file", { absent: ["Ngày bán"] }, /không có cột: Ngày bán\./u],
])("no column %s is said in the words of the screen", async (_, told, text) => {
  const why = "no column chosen for placedAt, product";
  const opened = await openOrders({
    "orders.importFile": ({ mapping }) =>
      refuse(mapping ? { kind: "MappingInvalid", ...{ why, ...told } } : unknownFile),
  });
  await opened.user.keyboard("{Control>}o{/Control}");
  await screen.findByTestId("mapping");
  await opened.user.keyboard("{Enter}");
  await waitFor(() => expect(screen.getByTestId("file-refused")).toHaveTextContent(text));
  expect(screen.getByTestId("file-refused")).not.toHaveTextContent("no column");
});

test("Enter held down until the rehearsal is there does not import what nobody has looked at", async () => {
  const opened = await openOrders();
  await opened.user.keyboard("{Control>}o{/Control}");
  await screen.findByTestId("rehearsal");
  fireEvent.keyDown(document.body, { key: "Enter", repeat: true });
  expect(imports(opened)).toHaveLength(1);
  await opened.user.keyboard("{Enter}");
  await screen.findByTestId("import-result");
  fireEvent.keyDown(document.body, { key: "Enter", repeat: true });
  expect(screen.getByTestId("import-result")).toBeInTheDocument();
});

test("dates that the file does not prove are shown as assumed, and read as the person says", async () => {
  const opened = await openOrders({
    "orders.importFile": ({ dateOrder }) => ({
      importId: "0190b6a0-0000-7000-8000-0000000000d2",
      format: "tiktok-shop",
      rows: 1,
      orders: 1,
      created: 1,
      updated: 0,
      unchanged: 0,
      rejected: 0,
      customersCreated: 0,
      customersMatched: 0,
      dates: {
        order: dateOrder ?? "day-first",
        by: dateOrder ? "given" : "assumed",
        example: "03/04/2026",
      },
    }),
  });
  await opened.user.keyboard("{Control>}o{/Control}");
  const dates = await screen.findByTestId("dates");
  expect(dates).toHaveTextContent("Tệp không cho biết “03/04/2026” viết ngày hay tháng trước");
  expect(screen.getByLabelText("Ngày trước (31/12/2026)")).toBeChecked();
  await opened.user.click(screen.getByLabelText("Tháng trước (12/31/2026)"));
  await waitFor(() =>
    expect(screen.getByTestId("dates")).toHaveTextContent("được đọc theo cách anh chị chọn"),
  );
  expect(screen.getByLabelText("Tháng trước (12/31/2026)")).toBeChecked();
  await opened.user.click(screen.getByTestId("import-all"));
  await screen.findByTestId("import-result");
  expect(imports(opened).map((params) => Object(params).dateOrder)).toEqual([
    undefined,
    "month-first",
    "month-first",
  ]);
});

test("dates that the file proves need no question", async () => {
  const opened = await openOrders();
  await opened.user.keyboard("{Control>}o{/Control}");
  await screen.findByTestId("rehearsal");
  expect(screen.queryByTestId("dates")).not.toBeInTheDocument();
});

test("a file that is none says what it is instead", async () => {
  const opened = await openOrders({
    "orders.importFile": () => refuse({ kind: "FileUnreadable", ...{ why: "pdf" } }),
  });
  await opened.user.keyboard("{Control>}o{/Control}");
  expect(await screen.findByTestId("file-refused")).toHaveTextContent("đây là PDF");
});

test("somebody who changes their mind in the dialog changes nothing", async () => {
  const opened = await openOrders({ "shell.pickFile": () => ({}) });
  await opened.user.keyboard("{Control>}o{/Control}");
  await waitFor(() => expect(opened.bridge.callsOf("shell.pickFile")).toHaveLength(1));
  expect(imports(opened)).toHaveLength(0);
});

const drop = ({ bridge }: Opened, ...files: readonly DroppedFile[]) =>
  act(() => bridge.emit({ kind: "dropped", files }));
const file = (path: string): DroppedFile => ({ path, isFolder: false });

test("a file let go over the screen is rehearsed as if it had been chosen", async () => {
  const opened = await openOrders();
  drop(opened, file("/downloads/shopee.xlsx"));
  await screen.findByTestId("rehearsal");
  expect(imports(opened)).toMatchObject([{ path: "/downloads/shopee.xlsx", dryRun: true }]);
});

test.each<readonly [string, readonly DroppedFile[], RegExp]>([
  ["several files", [file("/a.csv"), file("/b.csv")], /một tệp/u],
  ["a folder", [{ path: "/downloads", isFolder: true }], /thư mục/u],
  ["what lies in no folder", [file("")], /chưa nằm trên máy/u],
])("%s let go over the screen is refused in words, and nothing is read", async (_, files, text) => {
  const opened = await openOrders();
  drop(opened, ...files);
  expect(await screen.findByTestId("file-refused")).toHaveTextContent(text);
  expect(imports(opened)).toHaveLength(0);
});

test("at the till nothing listens for files", async () => {
  const opened = await openOrders();
  await opened.user.keyboard("{Alt>}1{/Alt}");
  await screen.findByTestId("basket");
  drop(opened, file("/downloads/shopee.xlsx"));
  expect(imports(opened)).toHaveLength(0);
});
