import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { defined } from "../../../shared/kernel/assert.ts";
import { refuse } from "../fake/fakeBridge.ts";
import { goods } from "../fake/fakeGoods.ts";
import { type Opened, openTill } from "../openWindow.tsx";
import { restart } from "../restart.ts";

const openSegments = async (handlers: Parameters<typeof openTill>[0] = {}): Promise<Opened> => {
  const opened = await openTill(handlers);
  await opened.user.keyboard("{Alt>}4{/Alt}");
  await screen.findByTestId("campaigns");
  await opened.user.keyboard("{Control>}g{/Control}");
  await screen.findByTestId("segments");
  return opened;
};

const openNew = async (handlers: Parameters<typeof openTill>[0] = {}): Promise<Opened> => {
  const opened = await openSegments(handlers);
  await opened.user.keyboard("{Control>}m{/Control}");
  await screen.findByTestId("segment-bench");
  return opened;
};

test("a segment is built, named and saved by keyboard alone", async () => {
  const { user, bridge } = await openNew();
  await user.keyboard("{Control>}k{/Control}");
  await screen.findByTestId("kinds");
  await user.keyboard("{ArrowDown}{Enter}");
  expect(screen.getByTestId("row-purchaseCount")).toHaveTextContent(
    "Mua ít nhất 3 lần trong 90 ngày qua",
  );
  await user.type(screen.getByTestId("segment-name"), "Khách quen");
  await user.keyboard("{Control>}s{/Control}");
  await screen.findByTestId("segments");
  expect(bridge.callsOf("segment.save")).toMatchObject([
    {
      name: "Khách quen",
      segment: { all: [{ kind: "purchaseCount", min: 3, withinDays: 90 }] },
    },
  ]);
});

test("the sentence and the count follow what is typed into a condition", async () => {
  const { user, bridge } = await openNew();
  await user.keyboard("{Control>}k{/Control}{Enter}");
  const from = screen.getByLabelText("Từ (ngày trước)");
  await user.clear(from);
  await user.type(from, "45");
  expect(screen.getByTestId("row-recencyDays")).toHaveTextContent(
    "Đã 45 ngày trở lên chưa mua lại",
  );
  expect(within(screen.getByTestId("audience")).getByText(/Đã 45 ngày/u)).toBeInTheDocument();
  await waitFor(() =>
    expect(bridge.callsOf("segment.preview").at(-1)).toMatchObject({
      segment: { all: [{ kind: "recencyDays", min: 45 }] },
    }),
  );
});

test("Delete takes a condition away", async () => {
  const { user } = await openNew();
  await user.keyboard("{Control>}k{/Control}{Enter}");
  const row = screen.getByTestId("row-recencyDays");
  within(row).getAllByRole("button")[0]?.focus();
  await user.keyboard("{Delete}");
  expect(screen.queryByTestId("row-recencyDays")).not.toBeInTheDocument();
  expect(screen.getByText("Chưa có điều kiện: tất cả khách.")).toBeInTheDocument();
});

test("a condition of which one is enough is told from one that must hold", async () => {
  const { user, bridge } = await openNew();
  await user.keyboard("{Control>}k{/Control}{Enter}");
  await user.click(screen.getByLabelText("đúng một là đủ"));
  await waitFor(() =>
    expect(bridge.callsOf("segment.preview").at(-1)).toMatchObject({
      segment: { all: [], any: [{ kind: "recencyDays", min: 30 }] },
    }),
  );
});

test("goods are picked from the shelf by name, and said by name", async () => {
  const { user, bridge } = await openNew();
  await user.keyboard("{Control>}k{/Control}");
  await user.click(screen.getByTestId("kind-boughtSku"));
  await user.type(screen.getByLabelText("Món"), "sữa đặc");
  await screen.findByRole("button", { name: /Sữa đặc/u });
  await user.keyboard("{Enter}");
  expect(screen.getByTestId("row-boughtSku")).toHaveTextContent("Đã mua Sữa đặc");
  await waitFor(() =>
    expect(bridge.callsOf("segment.preview").at(-1)).toMatchObject({
      segment: { all: [{ kind: "boughtSku", any: ["SD-380"] }] },
    }),
  );
});

test("what is sensitive is not there to be picked, and is refused in words where it was before", async () => {
  const [coffee, milk] = [defined(goods[0], "coffee"), defined(goods[4], "milk")];
  const { user } = await openNew({
    "catalog.search": () => ({ products: [{ ...coffee, sensitive: true }, milk] }),
    "segment.preview": () => refuse({ kind: "GoodsSensitive", name: milk.name }),
  });
  await user.keyboard("{Control>}k{/Control}");
  await user.click(screen.getByTestId("kind-boughtSku"));
  await user.type(screen.getByLabelText("Món"), "s");
  await screen.findByRole("button", { name: /Sữa đặc/u });
  expect(screen.queryByRole("button", { name: /Cà phê/u })).not.toBeInTheDocument();
  await user.keyboard("{Enter}");
  expect(await screen.findByText(/là hàng nhạy cảm: không nhắc ai đã mua/u)).toBeInTheDocument();
});

test("a tier is chosen by its name and asked by its id", async () => {
  const { user, bridge } = await openNew();
  await user.keyboard("{Control>}k{/Control}");
  await user.click(screen.getByTestId("kind-tier"));
  await user.click(screen.getByRole("button", { name: "Thân thiết" }));
  expect(screen.getByTestId("row-tier")).toHaveTextContent("Thân thiết");
  await waitFor(() =>
    expect(bridge.callsOf("segment.preview").at(-1)).toMatchObject({
      segment: { all: [{ kind: "tier", any: ["regular"] }] },
    }),
  );
});

test("a group without a name, or with half a condition, is not saved", async () => {
  const { user, bridge } = await openNew();
  await user.keyboard("{Control>}k{/Control}");
  await user.click(screen.getByTestId("kind-boughtCategory"));
  await user.keyboard("{Control>}s{/Control}");
  expect(await screen.findByText("Đặt tên cho nhóm")).toBeInTheDocument();
  expect(screen.getByTestId("segment-name")).toHaveFocus();
  expect(screen.getByText("Có điều kiện chưa đủ")).toBeInTheDocument();
  expect(bridge.callsOf("segment.save")).toHaveLength(0);
});

test("a saved group opens as its conditions, keeps its id, and asks twice before it goes", async () => {
  const { user, bridge } = await openSegments();
  await user.click(await screen.findByRole("button", { name: "Sửa" }));
  expect(screen.getByTestId("row-boughtCategory")).toHaveTextContent("Cà phê");
  await user.type(screen.getByTestId("segment-name"), " rồi");
  await user.keyboard("{Control>}s{/Control}");
  await screen.findByTestId("segments");
  expect(bridge.callsOf("segment.save")).toMatchObject([
    {
      segmentId: "0190b6a0-0000-7000-8000-0000000000d1",
      name: "Mê cà phê, vắng một tháng rồi",
      segment: {
        all: [
          { kind: "boughtCategory", any: ["Cà phê"], withinDays: 180 },
          { kind: "recencyDays", min: 30 },
        ],
      },
    },
  ]);
  await user.click(await screen.findByRole("button", { name: "Sửa" }));
  await user.click(screen.getByTestId("remove-segment"));
  expect(bridge.callsOf("segment.remove")).toHaveLength(0);
  await user.click(screen.getByTestId("remove-segment"));
  await waitFor(() => expect(bridge.callsOf("segment.remove")).toHaveLength(1));
});

test("a campaign can start from a saved group", async () => {
  const { user } = await openTill();
  await user.keyboard("{Alt>}4{/Alt}");
  await screen.findByTestId("campaigns");
  await user.keyboard("{Control>}m{/Control}");
  await user.click(await screen.findByLabelText(/Mê cà phê, vắng một tháng/u));
  expect(screen.getByTestId("row-boughtCategory")).toHaveTextContent("Cà phê");
  expect(screen.getByTestId("row-recencyDays")).toBeInTheDocument();
});

test("a group that was changed is not dropped by one key, and one that was only looked at is left", async () => {
  const { user } = await openNew();
  await user.keyboard("{Escape}");
  await screen.findByTestId("segments");
  await user.keyboard("{Control>}m{/Control}");
  await user.type(await screen.findByTestId("segment-name"), "Khách quen");
  await user.keyboard("{Escape}");
  expect(screen.getByRole("button", { name: "Bỏ phần vừa sửa? Bấm lần nữa" })).toBeVisible();
  expect(screen.getByTestId("segment-name")).toHaveValue("Khách quen");
  await user.type(screen.getByTestId("segment-name"), " cũ");
  expect(screen.getByRole("button", { name: "Thôi" })).toBeVisible();
  await user.keyboard("{Escape}{Escape}");
  expect(await screen.findByTestId("segments")).toBeVisible();
});

test.each([
  ["recencyDays", "Từ (ngày trước)"],
  ["boughtSku", "Món"],
  ["birthdayWithinDays", "Trong (ngày tới)"],
])("a condition that was put in, %s, is gone on with at its first field", async (kind, label) => {
  const { user } = await openNew();
  await user.keyboard("{Control>}k{/Control}");
  await user.click(await screen.findByTestId(`kind-${kind}`));
  expect(screen.getByLabelText(label)).toHaveFocus();
});

test("where only keys are to be pressed, the first of them has the focus", async () => {
  const { user } = await openNew();
  await user.keyboard("{Control>}k{/Control}");
  await user.click(await screen.findByTestId("kind-boughtCategory"));
  const row = within(screen.getByTestId("row-boughtCategory"));
  expect(row.getByRole("button", { name: "Cà phê" })).toHaveFocus();
});

test("a group that is being built is there again after another place, and after a restart", async () => {
  const { user } = await openNew();
  await user.keyboard("{Control>}k{/Control}{Enter}");
  await user.type(screen.getByTestId("segment-name"), "Khách quen");
  await user.keyboard("{Alt>}1{/Alt}{Alt>}4{/Alt}");
  expect(await screen.findByTestId("segment-name")).toHaveValue("Khách quen");
  await restart();
  const again = await openTill();
  await again.user.keyboard("{Alt>}4{/Alt}");
  await screen.findByTestId("campaigns");
  await again.user.keyboard("{Control>}g{/Control}");
  expect(await screen.findByTestId("segment-name")).toHaveValue("Khách quen");
  await again.user.keyboard("{Control>}k{/Control}{Enter}");
  const rows = await screen.findAllByTestId("row-recencyDays");
  expect(rows).toHaveLength(2);
  await again.user.keyboard("45");
  expect(screen.getAllByText(/Đã 45 ngày/u, { selector: "button" })).toHaveLength(1);
  await again.user.keyboard("{Control>}s{/Control}");
  await screen.findByTestId("segments");
  await restart();
  await openSegments();
  expect(screen.queryByTestId("segment-bench")).not.toBeInTheDocument();
});

test("a group that was only looked at is not kept as one that is being built", async () => {
  const { user } = await openSegments();
  await user.click(await screen.findByRole("button", { name: "Sửa" }));
  await screen.findByTestId("segment-bench");
  await restart();
  await openSegments();
  expect(screen.queryByTestId("segment-bench")).not.toBeInTheDocument();
});

test("a kept group that a shop put back does not know is saved again as a new one", async () => {
  const { user, bridge } = await openSegments();
  await user.click(await screen.findByRole("button", { name: "Sửa" }));
  await user.type(screen.getByTestId("segment-name"), " rồi");
  bridge.answer({
    "segment.save": ({ segmentId }) =>
      segmentId ? refuse({ kind: "SegmentUnknown" }) : { segmentId: "new" },
  });
  await user.keyboard("{Control>}s{/Control}");
  expect(await screen.findByText(/Lưu lần nữa để giữ thành nhóm mới/u)).toBeVisible();
  await user.keyboard("{Control>}s{/Control}");
  await screen.findByTestId("segments");
  expect(bridge.callsOf("segment.save").at(-1)).toMatchObject({
    name: "Mê cà phê, vắng một tháng rồi",
  });
});
