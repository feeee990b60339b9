import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Output } from "../../../shared/contract/index.ts";
import type { Handlers } from "../fake/fakeBridge.ts";
import { type Opened, openTill } from "../openWindow.tsx";

type Asked = { readonly limit?: number | undefined; readonly next?: string | undefined };

/** So many of a list from where `next` says, and where it goes on. */
const pageOf = <R,>(count: number, row: (at: number) => R) => {
  const all = Array.from({ length: count }, (_, at) => row(at));
  return ({ limit = 20, next = "0" }: Asked) => {
    const to = Number(next) + limit;
    return { rows: all.slice(Number(next), to), ...(to < count && { next: String(to) }) };
  };
};

const idOf = (at: number) => `0190b6a0-0000-7000-8000-${String(at).padStart(12, "0")}`;
const atMs = Date.UTC(2026, 10, 20);

const people = pageOf(120, (at) => ({ customerId: idOf(at), name: `Khách ${at}` }));
const sales = pageOf(70, (at) => ({
  saleId: idOf(at),
  receiptNumber: `Q1-${at}`,
  ...{ soldAtMs: atMs, totalMinor: 45_000, lineCount: 1 },
}));
const orders = pageOf(230, (at) => ({
  ...{ source: "shopee", externalId: String(at), number: `S${at}`, atMs, lines: [] },
  ...{ state: "paid" as const, totalMinor: 90_000, currency: "VND" },
}));
const imports = pageOf(60, (at) => ({
  importId: idOf(at),
  fileName: `don-${at}.csv`,
  ...{ format: "shopee", atMs, orders: 1, created: 1, updated: 0, rejected: 0 },
  ...{ finished: true, undone: false },
}));
const campaigns = pageOf(130, (at) => ({
  campaignId: idOf(at),
  name: `Đợt ${at}`,
  ...{ offerText: "Giảm 10%", segmentText: "Tất cả khách", state: "over" as const },
  targeting: "everyone" as const,
  ...{ fromDay: "2026-01-01", toDay: "2026-01-31", holdoutBps: 0, trigger: "list" as const },
  ...{ channel: "print" as const, issued: 4, heldOut: 0, coupons: 4, redeemed: 1 },
  doubleUses: 0,
  hasOtherOffer: false,
}));

const paged: Handlers = {
  "customer.search": (asked) => {
    const { rows, ...next } = people(asked);
    return { matches: rows, ...next };
  },
  "sale.list": (asked) => {
    const { rows, ...next } = sales(asked);
    return { sales: rows, ...next };
  },
  "orders.list": (asked) => {
    const { rows, ...next } = orders(asked);
    return { orders: rows, ...next };
  },
  "orders.imports": (asked) => {
    const { rows, ...next } = imports(asked);
    return { imports: rows, ...next };
  },
  "campaign.overview": (asked) => {
    const { rows, ...next } = campaigns(asked);
    return { campaigns: rows, ...next };
  },
};

const go = async (place: number, handlers: Handlers = paged): Promise<Opened> => {
  const opened = await openTill(handlers);
  await opened.user.keyboard(`{Alt>}${place}{/Alt}`);
  return opened;
};

test("people are all people: more come by their key, and by going down behind the last", async () => {
  const { user, bridge } = await go(2);
  await screen.findByText("Khách 49");
  expect(screen.queryByText("Khách 50")).not.toBeInTheDocument();
  await user.click(screen.getByTestId("more-customers"));
  await screen.findByText("Khách 99");
  await user.click(screen.getByTestId("customer-search"));
  await user.keyboard("{ArrowDown>100/}");
  await screen.findByText("Khách 119");
  expect(screen.queryByTestId("more-customers")).not.toBeInTheDocument();
  await user.keyboard("{ArrowDown}{Enter}");
  await waitFor(() =>
    expect(bridge.callsOf("customer.profile").at(-1)).toMatchObject({ customerId: idOf(100) }),
  );
});

test("receipts go on to the first one of all, by their key and by going down", async () => {
  const { user, bridge } = await openTill(paged);
  await user.keyboard("{F12}");
  const list = await screen.findByTestId("receipts");
  expect(within(list).queryByText("Q1-50")).not.toBeInTheDocument();
  await user.keyboard("{ArrowDown>50/}");
  await screen.findByText("Q1-69");
  expect(screen.queryByTestId("more-sales")).not.toBeInTheDocument();
  await user.keyboard("{ArrowDown}");
  await waitFor(() =>
    expect(bridge.callsOf("sale.receipt").at(-1)).toMatchObject({ saleId: idOf(50) }),
  );
});

test("orders and imports each go on where they ended", async () => {
  const { user } = await go(3);
  await screen.findByText("S99");
  await user.click(screen.getByTestId("more-orders"));
  await screen.findByText("S199");
  await user.click(screen.getByTestId("more-orders"));
  await screen.findByText("S229");
  expect(screen.queryByTestId("more-orders")).not.toBeInTheDocument();
  await user.click(screen.getByLabelText("Các lần nhập"));
  await screen.findByText("don-49.csv");
  await user.click(screen.getByTestId("more-imports"));
  await screen.findByText("don-59.csv");
  expect(screen.queryByTestId("more-imports")).not.toBeInTheDocument();
});

test("campaigns go on to the first one, and those that come get their verdict before the others again", async () => {
  const { user, bridge } = await go(4);
  await screen.findByText("Đợt 99");
  await waitFor(() => expect(bridge.callsOf("campaign.lift")).toHaveLength(100));
  await user.click(screen.getByTestId("more-campaigns"));
  await screen.findByText("Đợt 129");
  expect(screen.queryByTestId("more-campaigns")).not.toBeInTheDocument();
  await waitFor(() =>
    expect(bridge.callsOf("campaign.lift")[100]).toMatchObject({ campaignId: idOf(100) }),
  );
});

test("what two pages both tell is shown once, and a page for other words is dropped", async () => {
  const late: (() => void)[] = [];
  const { user, bridge } = await go(2, {
    "customer.search": async ({ text, next }) => {
      if (next !== undefined) await new Promise<void>((resolve) => late.push(resolve));
      const from = next === undefined ? 0 : 49;
      const rows = Array.from({ length: 50 }, (_, at) => from + at);
      return {
        matches: rows.map((at) => ({ customerId: idOf(at), name: `${text} khách ${at}` })),
        ...(next === undefined && { next: "50.50" }),
      };
    },
  });
  const press = async () => user.click(await screen.findByTestId("more-customers"));
  await press();
  await press();
  expect(bridge.callsOf("customer.search").filter((call) => "next" in Object(call))).toHaveLength(
    1,
  );
  await user.type(screen.getByTestId("customer-search"), "a");
  await screen.findByText("a khách 0");
  await act(async () => late.pop()?.());
  expect(screen.queryByText("khách 60")).not.toBeInTheDocument();
  await press();
  await act(async () => late.pop()?.());
  await screen.findByText("a khách 98");
  expect(screen.getAllByText("a khách 49")).toHaveLength(1);
});

test("a page of which all is shown already is passed over", async () => {
  const rowsFrom = (from: number) =>
    Array.from({ length: 50 }, (_, at) => ({
      customerId: idOf(from + at),
      name: `Khách ${from + at}`,
    }));
  const pages: Readonly<Record<string, Output<"customer.search">>> = {
    start: { matches: rowsFrom(0), next: "again" },
    again: { matches: rowsFrom(0).reverse(), next: "behind" },
    behind: { matches: rowsFrom(50) },
  };
  const { user } = await go(2, {
    "customer.search": ({ next = "start" }) => pages[next] ?? { matches: [] },
  });
  await user.click(await screen.findByTestId("more-customers"));
  await screen.findByText("Khách 99");
  expect(screen.getAllByText(/^Khách \d+$/u)).toHaveLength(100);
  expect(screen.queryByTestId("more-customers")).not.toBeInTheDocument();
});

test("where no more than the best five hundred are told, the list says so at its end", async () => {
  const matches = Array.from({ length: 500 }, (_, at) => ({
    customerId: idOf(at),
    name: `K ${at}`,
  }));
  const { user } = await go(2, {
    "customer.search": ({ text }) => ({ matches: text === "" ? matches : matches.slice(0, 3) }),
  });
  expect(await screen.findByTestId("people-cut")).toHaveTextContent("500");
  await user.type(screen.getByTestId("customer-search"), "k");
  await waitFor(() => expect(screen.queryByTestId("people-cut")).not.toBeInTheDocument());
});
