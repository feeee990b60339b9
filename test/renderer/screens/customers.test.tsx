import { act, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { useCustomers } from "../../../renderer/stores/customers.ts";
import { usePlace } from "../../../renderer/stores/place.ts";
import { refuse } from "../fake/fakeBridge.ts";
import { haId, haProfile, people } from "../fake/fakePeople.ts";
import { nowMs } from "../fake/now.ts";
import { type Opened, openTill, scan, settled, typeByHand } from "../openWindow.tsx";

const openHa = async (handlers: Parameters<typeof openTill>[0] = {}): Promise<Opened> => {
  const opened = await openTill(handlers);
  await opened.user.keyboard("{Alt>}2{/Alt}");
  await opened.user.type(await screen.findByTestId("customer-search"), "ha");
  await waitFor(() =>
    expect(opened.bridge.callsOf("customer.search").at(-1)).toMatchObject({ text: "ha" }),
  );
  await opened.user.keyboard("{Enter}");
  await screen.findByTestId("profile");
  return opened;
};

/** A call whose answers wait until they are let go. */
const answeredLate = () => {
  const waiting: (() => void)[] = [];
  const answer = async () => {
    await new Promise<void>((resolve) => waiting.push(resolve));
    return {};
  };
  const release = () => {
    for (const go of waiting) go();
  };
  return { answer, asked: () => waiting.length, release };
};

test("whoever is typed and taken at once is opened, and nobody that was listed before", async () => {
  const { user } = await openTill();
  await user.keyboard("{Alt>}2{/Alt}");
  await screen.findByTestId("customer-search");
  await settled();
  await user.keyboard("ngoc han{Enter}");
  await settled();
  expect(usePlace.getState().customerId).toBe(people.find(({ email }) => email)?.customerId);
});

test("cards that are scanned one after the other are each looked for", async () => {
  const opened = await openTill();
  await opened.user.keyboard("{Alt>}2{/Alt}");
  const search = await screen.findByTestId("customer-search");
  for (const code of ["THE-000123", "THE-000456"]) {
    await scan(opened, code, search);
    expect(search).toHaveValue(code);
  }
  expect(opened.bridge.callsOf("customer.search").at(-1)).toMatchObject({ text: "THE-000456" });
});

test("the profile masks what is private until it is asked for", async () => {
  const { user } = await openHa();
  expect(screen.getByTestId("profile")).not.toHaveTextContent("0912 345 567");
  expect(screen.getByTestId("birthday")).toHaveValue("••/••");
  await user.click(screen.getByText("Hiện thông tin riêng"));
  expect(screen.getByTestId("profile")).toHaveTextContent("0912 345 567");
  expect(screen.getByTestId("birthday")).toHaveValue("27/11");
});

test("the profile shows the coupons that are still good, until when and of which campaign", async () => {
  await openHa();
  const coupons = screen.getByTestId("person-coupons");
  expect(coupons).toHaveTextContent("Giảm 30.000 đ, đơn từ 400.000 đ");
  expect(coupons).toHaveTextContent("30.000 đ cho đơn từ 400.000");
  expect(coupons).toHaveTextContent("đến hết 05/12/2026");
});

test("what is not to be suggested stands there by name, and can be allowed again", async () => {
  const refusedGoods = [
    { sku: "CF-BMT-500", name: "Cà phê phin" },
    { sku: "SD380", name: "Sữa đặc" },
  ];
  const { user, bridge } = await openHa({
    "customer.profile": () => ({ ...haProfile(nowMs), refusedGoods }),
  });
  await user.click(screen.getByRole("button", { name: /Cà phê phin/u }));
  expect(bridge.callsOf("customer.update").at(-1)).toMatchObject({ refusedSkus: ["SD380"] });
});

test("the ledger shows each point that came and went", async () => {
  await openHa();
  const ledger = await screen.findByTestId("ledger");
  expect(ledger).toHaveTextContent("+36");
  expect(ledger).toHaveTextContent("−200");
});

test("a birthday is kept in the shop's own way of writing it", async () => {
  const { user, bridge } = await openHa();
  await user.click(screen.getByText("Hiện thông tin riêng"));
  const field = screen.getByTestId("birthday");
  await user.clear(field);
  await user.type(field, "5/3/1990{Enter}");
  await waitFor(() =>
    expect(bridge.callsOf("customer.update")).toMatchObject([
      { customerId: haId, birthday: "1990-03-05" },
    ]),
  );
});

test("a birthday that is none is told and not sent", async () => {
  const { user, bridge } = await openHa();
  await user.click(screen.getByText("Hiện thông tin riêng"));
  const field = screen.getByTestId("birthday");
  await user.clear(field);
  await user.type(field, "mai{Enter}");
  expect(screen.getByText("Viết như 27/11 hoặc 27/11/1990")).toBeInTheDocument();
  expect(bridge.callsOf("customer.update")).toHaveLength(0);
});

test("consent is withdrawn with its wording, at one press", async () => {
  const { user, bridge } = await openHa();
  await user.click(screen.getByText("Rút lại"));
  await waitFor(() =>
    expect(bridge.callsOf("consent.record")).toMatchObject([
      {
        purpose: "personalization",
        channel: "counter",
        state: "withdrawn",
        wording: "Khách rút lại sự đồng ý tại quầy.",
      },
    ]),
  );
});

test("a number that belongs to somebody else is told", async () => {
  const { user } = await openHa({
    "customer.addIdentity": () => refuse({ kind: "IdentityTaken" }),
  });
  await user.type(screen.getByPlaceholderText("Số hoặc địa chỉ"), "0987654321{Enter}");
  expect(await screen.findByTestId("customer-problem")).toHaveTextContent(
    "đang thuộc về một khách khác",
  );
});

test("F2 takes the person to the till", async () => {
  const { user } = await openHa();
  await user.keyboard("{F2}");
  expect(await screen.findByTestId("customer-name")).toHaveTextContent("Nguyễn Thị Thu Hà");
});

test("a consent that could not be written down stays as it was typed, and says why", async () => {
  const { user } = await openHa({ "consent.record": () => refuse({ kind: "CustomerUnknown" }) });
  await user.click(screen.getByRole("button", { name: "Ghi nhận đồng ý" }));
  const wording = screen.getByLabelText("Câu đã đọc cho khách");
  await user.type(wording, " và báo giá mới");
  await user.click(screen.getByRole("button", { name: "Khách đồng ý" }));
  expect(await screen.findByText(/Không thấy hồ sơ khách này nữa/u)).toBeVisible();
  await settled();
  expect(wording).toBeVisible();
  expect(wording).toHaveDisplayValue(/ và báo giá mới$/u);
});

test("somebody new who is saved twice at once is one", async () => {
  const { user, bridge } = await openTill();
  await user.keyboard("{Alt>}2{/Alt}");
  await screen.findByTestId("customer-search");
  await user.keyboard("{Control>}m{/Control}Phạm Quốc Bảo{Enter}{Enter}");
  await waitFor(() => expect(bridge.callsOf("customer.profile").length).toBeGreaterThan(0));
  expect(bridge.callsOf("customer.create")).toHaveLength(1);
});

test("somebody new who is being written waits where they are while another place is looked at", async () => {
  const opened = await openTill();
  const { user } = opened;
  await user.keyboard("{Alt>}2{/Alt}");
  await screen.findByTestId("customer-search");
  await user.keyboard("{Control>}m{/Control}");
  await typeByHand(opened, "Phạm Quốc Bảo", await screen.findByLabelText("Tên khách"));
  await scan(opened, "8934563138165", screen.getByLabelText("Tên khách"));
  await screen.findByTestId("line-CF-BMT-500");
  await user.keyboard("{Alt>}2{/Alt}");
  expect(await screen.findByLabelText("Tên khách")).toHaveValue("Phạm Quốc Bảo");
  await user.keyboard("{Escape}");
  expect(screen.queryByLabelText("Tên khách")).not.toBeInTheDocument();
});

test("what is typed about a person is kept while another place is looked at, until it is saved", async () => {
  const { user, bridge } = await openHa();
  const note = () => screen.getByLabelText("Ghi chú");
  await user.type(note(), "thích cà phê ít đường");
  await user.keyboard("{Alt>}1{/Alt}{Alt>}2{/Alt}");
  await screen.findByTestId("profile");
  expect(note()).toHaveDisplayValue(/thích cà phê ít đường$/u);
  await user.click(screen.getByRole("button", { name: "Lưu" }));
  await waitFor(() => expect(bridge.callsOf("customer.update")).toHaveLength(1));
  await waitFor(() => expect(useCustomers.getState().typedById).toEqual({}));
  await user.type(note(), "xoá đi");
  await user.click(screen.getByTestId("drop-about"));
  expect(note()).not.toHaveDisplayValue(/xoá đi/u);
});

test("who is looked at when another's change is answered stays there, and is not said to be saved", async () => {
  const late = answeredLate();
  const { user } = await openHa({
    "customer.profile": ({ customerId }) => {
      const profile = haProfile(nowMs);
      return { ...profile, customer: { ...profile.customer, customerId } };
    },
    "customer.update": late.answer,
  });
  await user.type(screen.getByLabelText("Ghi chú"), "ít đường");
  await user.click(screen.getByRole("button", { name: "Lưu" }));
  await waitFor(() => expect(late.asked()).toBe(1));
  act(() => usePlace.getState().openCustomer(people[1]?.customerId));
  await screen.findByTestId("profile");
  late.release();
  await settled();
  expect(screen.getByTestId("profile")).toBeVisible();
  expect(screen.queryByText("Đã lưu")).toBeNull();
  expect(useCustomers.getState().typedById).toEqual({});
});

test("what is typed about a person stays when something else of theirs is changed", async () => {
  const refusedGoods = [{ sku: "CF-BMT-500", name: "Cà phê phin" }];
  const { user, bridge } = await openHa({
    "customer.profile": () => ({ ...haProfile(nowMs), refusedGoods }),
  });
  await user.type(screen.getByLabelText("Ghi chú"), "ít đường");
  await user.click(screen.getByRole("button", { name: /Cà phê phin/u }));
  await waitFor(() => expect(bridge.callsOf("customer.update")).toHaveLength(1));
  await settled();
  expect(screen.getByLabelText("Ghi chú")).toHaveDisplayValue(/ít đường$/u);
});

test("what is typed on about a person while the first of it is saved is not lost", async () => {
  const late = answeredLate();
  const { user } = await openHa({
    "customer.update": late.answer,
  });
  await user.type(screen.getByLabelText("Ghi chú"), "ít đường");
  await user.click(screen.getByRole("button", { name: "Lưu" }));
  await waitFor(() => expect(late.asked()).toBe(1));
  await user.type(screen.getByLabelText("Ghi chú"), ", nhiều đá");
  late.release();
  await settled();
  expect(screen.getByLabelText("Ghi chú")).toHaveDisplayValue(/ít đường, nhiều đá$/u);
});

test("a person without a name is not saved, and is told what is missing", async () => {
  const { user, bridge } = await openHa();
  await user.clear(screen.getByTestId("about-name"));
  await user.click(screen.getByRole("button", { name: "Lưu" }));
  expect(screen.getByTestId("about-name")).toHaveAccessibleDescription("Cần tên khách");
  expect(bridge.callsOf("customer.update")).toHaveLength(0);
});
