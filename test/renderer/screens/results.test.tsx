import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { lift, quality } from "../fake/fakeResults.ts";
import { openTill } from "../openWindow.tsx";

const openResults = async (handlers: Parameters<typeof openTill>[0] = {}) => {
  const opened = await openTill(handlers);
  await opened.user.keyboard("{Alt>}4{/Alt}");
  const [first] = await screen.findAllByTestId("open-results");
  if (first) await opened.user.click(first);
  await screen.findByTestId("verdict");
  return opened;
};

test("the verdict comes first, and each measure with the range it may lie in", async () => {
  await openResults();
  expect(screen.getByTestId("verdict")).toHaveTextContent(lift.text);
  const spend = screen.getByTestId("measure-spend");
  expect(spend).toHaveTextContent("202.800 đ so với 177.500 đ");
  // The difference is not always that of the two means, and why is said.
  expect(screen.getByText(/Phần hai nhóm đã khác nhau từ trước thì được trừ ra\./u)).toBeVisible();
  expect(
    within(spend).getByRole("img", {
      name: "Chi tiêu: chênh +25.300 đ, có thể từ +3.800 đ đến +46.900 đ",
    }),
  ).toBeInTheDocument();
  const buyers = screen.getByTestId("measure-buyers");
  expect(buyers).toHaveTextContent("44,9% so với 29,2%");
  // Two shares are points apart: 15,7% more of 29,2% would be 33,8%.
  expect(buyers).toHaveTextContent("+15,7 điểm phần trăm");
  expect(
    within(buyers).getByRole("img", {
      name: "Có quay lại mua: chênh +15,7 điểm phần trăm, có thể từ −2 điểm phần trăm đến +33,4 điểm phần trăm",
    }),
  ).toBeInTheDocument();
});

test("what it brought stands nowhere without what it may be, also before any of it may be believed", async () => {
  const text = "Chưa đủ để nói. Nhóm không nhận phiếu quá ít người để so.";
  const early = { ...lift, text, verdict: "too-early" as const };
  const sums = { liftMinor: 230_686, low: -1_022_654, high: 1_484_027 };
  await openResults({ "campaign.lift": () => ({ ...early, ...sums }) });
  const figure = screen.getByTestId("figure-lift");
  expect(figure).toHaveTextContent("230.686 đ");
  expect(figure.parentElement).toHaveTextContent("từ −1 tr đến 1,5 tr");
});

test("a sum of the verdict and its sign stay on one line", async () => {
  await openResults();
  expect(screen.getByTestId("verdict").textContent).toContain("25.300\u00a0đ");
});

test("the chart is a picture with a sentence, and a table for who has it read out", async () => {
  await openResults();
  const chart = screen.getByTestId("lift-by-day");
  const sentence = /^Thu thêm cộng dồn: đến nay/u;
  expect(within(chart).getByRole("img", { name: sentence })).toBeInTheDocument();
  const rows = within(within(chart).getByRole("table", { name: sentence })).getAllByRole("row");
  expect(rows).toHaveLength(1 + lift.days.length);
});

test.each([
  ["spend", "thu thêm, ước tính", "Thu thêm cộng dồn", "A so với B, thu thêm mỗi khách"],
  ["margin", "lời thêm, ước tính", "Lời thêm cộng dồn", "A so với B, lời thêm mỗi khách"],
] as const)("a difference of the %s is called so in the figure and in each chart", async (basis, figure, chart, between) => {
  await openResults({ "campaign.lift": () => ({ ...lift, basis }) });
  expect(screen.getByTestId("figure-lift").parentElement).toHaveTextContent(figure);
  const byDay = screen.getByTestId("lift-by-day");
  expect(screen.getByRole("heading", { name: `${chart} theo ngày` })).toBeInTheDocument();
  expect(within(byDay).getByRole("img").getAttribute("aria-label")).toMatch(`${chart}: đến nay`);
  expect(screen.getByTestId("arms")).toHaveTextContent(between);
});

const usedChart = () => screen.getByTestId("redeemed-by-day");
const cellsOfUsed = () =>
  within(usedChart())
    .getAllByRole("row")
    .map((row) => [...row.children].map(({ textContent }) => textContent));

test("coupons used are added up by day, a line for each offer", async () => {
  await openResults();
  const sentence = "Phiếu đã dùng, cộng dồn: đến nay ưu đãi A 31, ưu đãi B 6";
  expect(within(usedChart()).getByRole("img", { name: sentence })).toBeInTheDocument();
  const [heads, ...rows] = cellsOfUsed();
  expect(heads).toEqual(["Ngày", "Ưu đãi A", "Ưu đãi B"]);
  expect(rows).toHaveLength(lift.days.length);
  expect(rows.at(-1)?.slice(1)).toEqual(["31", "6"]);
});

test("with one offer there is one line of coupons used; with none used there is no drawing", async () => {
  const days = lift.days.map(({ redeemedByArm: _, ...day }) => day);
  const { user, bridge } = await openResults({ "campaign.lift": () => ({ ...lift, days }) });
  expect(cellsOfUsed()[0]).toEqual(["Ngày", "phiếu đã dùng"]);
  expect(cellsOfUsed().at(-1)?.[1]).toBe("37");
  const unused = days.map((day) => ({ ...day, redeemed: 0 }));
  bridge.answer({ "campaign.lift": () => ({ ...lift, days: unused }) });
  await user.keyboard("{Alt>}1{/Alt}{Alt>}4{/Alt}");
  await screen.findByTestId("verdict");
  await waitFor(() => expect(screen.queryByTestId("redeemed-by-day")).not.toBeInTheDocument());
});

test("where nothing can be compared yet, the reason is said and no figure pretends to know", async () => {
  const text = "Chưa nói được. Cần khoảng 12 ngày nữa.";
  await openResults({
    "campaign.lift": () => ({ ...lift, verdict: "too-early", text, measures: [], days: [] }),
  });
  expect(screen.getByTestId("verdict")).toHaveTextContent(text);
  expect(screen.queryByTestId("figure-lift")).not.toBeInTheDocument();
  expect(screen.queryByTestId("lift-by-day")).not.toBeInTheDocument();
  expect(screen.getByTestId("figure-redeemed")).toHaveTextContent("37");
});

test("two offers stand side by side with what may be said of them", async () => {
  await openResults();
  const arms = screen.getByTestId("arms");
  expect(arms).toHaveTextContent("Chưa đủ để nói ưu đãi nào hơn.");
  expect(arms).toHaveTextContent("52 trên 107 khách đã mua");
});

test("stopping a campaign asks twice", async () => {
  const { user, bridge } = await openResults();
  await user.click(screen.getByTestId("stop-campaign"));
  expect(bridge.callsOf("campaign.stop")).toHaveLength(0);
  await user.click(screen.getByTestId("stop-campaign"));
  expect(bridge.callsOf("campaign.stop")).toHaveLength(1);
});

const openQuality = async (handlers: Parameters<typeof openTill>[0] = {}) => {
  const opened = await openTill(handlers);
  await opened.user.keyboard("{Alt>}4{/Alt}");
  await screen.findByTestId("campaigns");
  await opened.user.keyboard("{Control>}j{/Control}");
  await screen.findByTestId("quality");
  return opened;
};

test("suggestions are told by reason, with what they bring over the control share", async () => {
  await openQuality();
  expect(await screen.findByTestId("quality-gain")).toHaveTextContent("So với 74 lượt tính tiền");
  expect(screen.getByTestId("figure-acceptance")).toHaveTextContent("10,6%");
  const [due, goesWith] = within(screen.getByTestId("by-reason")).getAllByRole("listitem");
  expect(due).toHaveTextContent("Đến lúc mua lại214 / 1.220 (17,5%)Được mua nhiều hơn 6,2 điểm");
  expect(due).toHaveTextContent("trong khoảng từ 1,1 đến 11,3");
  expect(goesWith).toHaveTextContent("Chưa đủ để nói");
});

test("each week says how much was taken and what a sale brought more, and each product what was put off", async () => {
  await openQuality();
  const rows = within(await screen.findByTestId("week-table")).getAllByRole("row");
  const cells = rows.map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(cells).toHaveLength(1 + 12);
  expect(cells[1]).toEqual(["16/11", "381", "11,3%", "+7.900 đtừ +900 đ đến +14.900 đ"]);
  expect(cells[11]).toEqual(["07/09", "271", "8,5%", "−1.100 đtừ −8.100 đ đến +5.900 đ"]);
  expect(cells[12]).toEqual(["31/08", "260", "8,1%", "chưa đủ"]);
  const [, first] = within(screen.getByTestId("top-products")).getAllByRole("row");
  expect([...(first?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
    ...["Đường phèn Quảng Ngãi 1 kg", "312", "61", "3"],
  ]);
});

test("what is counted are sales, of turnover and not of profit, and nothing is turned down for good", async () => {
  await openQuality();
  const gain = await screen.findByTestId("quality-gain");
  expect(gain).toHaveTextContent("Mỗi lượt tính tiền bán thêm");
  expect(gain).toHaveTextContent("chưa trừ giá vốn");
  expect(gain).not.toHaveTextContent(/lời|lãi/u);
  const labelOf = (key: string) => screen.getByTestId(`figure-${key}`).parentElement;
  expect(labelOf("lookups")).toHaveTextContent("1.482lượt tính tiền");
  expect(labelOf("dismissed")).toHaveTextContent("57“không phải lúc này”");
  expect(screen.getByTestId("quality")).toHaveTextContent(
    "trong 60 ngày không gợi ý món đó cho khách ấy nữa",
  );
});

test("what suggestions bring is told of the whole year, and of the one before", async () => {
  const before = {
    ...{ fromDay: "2025-01-01", toDay: "2025-12-31" },
    ...{ verdict: "helped" as const, headline: "Gợi ý có ích" },
    text: "Mỗi lượt tính tiền bán thêm khoảng 2.000 đ.",
  };
  await openQuality({
    "suggestion.quality": () => ({ ...quality, gain: { ...quality.gain, before } }),
  });
  const gain = await screen.findByTestId("quality-gain");
  expect(gain).toHaveTextContent("Tính cả năm 2026, dù đang xem mấy tuần");
  expect(screen.getByTestId("quality-before")).toHaveTextContent(
    "Năm 2025: Gợi ý có ích. Mỗi lượt tính tiền bán thêm khoảng 2.000 đ.",
  );
});

test("another stretch of time is asked for anew", async () => {
  const { user, bridge } = await openQuality();
  await user.click(await screen.findByLabelText("4 tuần"));
  const { fromDay, toDay } = Object(bridge.callsOf("suggestion.quality").at(-1));
  const days = (Date.parse(toDay) - Date.parse(fromDay)) / 86_400_000 + 1;
  expect(days).toBeGreaterThanOrEqual(28);
  expect(days).toBeLessThan(28 + 7);
  expect(new Date(fromDay).getUTCDay()).toBe(1);
});

test("a shop that has suggested nothing is told what will stand here", async () => {
  await openQuality({ "suggestion.quality": () => ({ ...quality, shown: 0 }) });
  expect(await screen.findByText("Chưa có gợi ý nào trong thời gian này")).toBeInTheDocument();
});

test("while chance is all there is, suggestions are told without figures", async () => {
  await openQuality({
    "suggestion.quality": () => ({
      ...quality,
      gain: {
        ...{ fromDay: "2026-01-01", toDay: "2026-12-31", controlLookups: 12, verdict: "untold" },
        headline: "Chưa nói được",
        text: "Còn ít lần so sánh.",
      },
    }),
  });
  const gain = await screen.findByTestId("quality-gain");
  expect(gain).toHaveTextContent("Chưa nói được");
  expect(within(gain).queryByRole("img")).not.toBeInTheDocument();
});

test("a campaign that was stopped is said to be stopped, and not to be running", async () => {
  await openResults({ "campaign.lift": () => ({ ...lift, stoppedDay: "2026-11-25" }) });
  const verdict = screen.getByTestId("verdict");
  expect(verdict).toHaveTextContent("Đợt này đã dừng ngày 25/11/2026");
  expect(verdict).not.toHaveTextContent("còn chạy");
});

test("a campaign whose coupons have run out is not said to be running, but until when it counts", async () => {
  await openResults({ "campaign.lift": () => ({ ...lift, areCouponsOver: true }) });
  const verdict = screen.getByTestId("verdict");
  expect(verdict).toHaveTextContent(
    "Phiếu đã hết hạn. Khách mua gì còn được đếm đến hết ngày 07/12/2026",
  );
  expect(verdict).not.toHaveTextContent("còn chạy");
});

test("a cashier who signs in where a manager read results is shown none of them", async () => {
  const { user, bridge } = await openResults();
  await user.keyboard("{Control>}l{/Control}");
  await screen.findByTestId("sign-in");
  const name = "Lan";
  bridge.answer({
    "session.login": () => ({
      ...{ staffId: "0190b6a0-0000-7000-8000-0000000000b9", name, role: "cashier" },
      sessionToken: "t",
    }),
  });
  await user.keyboard("2580{Enter}");
  expect(await screen.findByTestId("campaigns")).toBeVisible();
  expect(screen.queryByTestId("verdict")).not.toBeInTheDocument();
});
