import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { BandChart } from "../../../renderer/ui/charts/BandChart.tsx";
import { Bars } from "../../../renderer/ui/charts/Bars.tsx";
import { GrowthChart } from "../../../renderer/ui/charts/GrowthChart.tsx";
import { RangeBar } from "../../../renderer/ui/charts/RangeBar.tsx";
import { roundFigures, scaleOf } from "../../../renderer/ui/charts/scale.ts";

test("a range across nothing shows where nothing is", () => {
  const { container } = render(
    <RangeBar low={-50} value={50} high={150} label="from -50 to 150" write={String} />,
  );
  const [zero, span, mark] = container.querySelectorAll("i");
  expect(zero).toHaveStyle({ left: "25%" });
  expect(span).toHaveStyle({ left: "0%", width: "100%" });
  expect(mark).toHaveStyle({ left: "50%" });
  expect(screen.getByRole("img", { name: "from -50 to 150" })).toBeInTheDocument();
});

test.each([
  [87, 99, ["+87 – +99"]],
  [-99, -87, ["-99 – -87"]],
  [20, 90, ["+20", "+90"]],
] as const)("a span from %s to %s says both its ends, however narrow it is", (low, high, said) => {
  const write = (figure: number) => (figure > 0 ? `+${figure}` : String(figure));
  const value = (low + high) / 2;
  const { container } = render(<RangeBar {...{ low, value, high, write }} label="range" />);
  expect([...container.querySelectorAll("span")].map(({ textContent }) => textContent)).toEqual(
    said,
  );
});

test("nothing is drawn of a figure that is nothing", () => {
  const bar = { key: "due", label: "Due", value: 367, part: 0, figure: "0 / 367" };
  const { container } = render(<Bars label="reasons" bars={[bar]} />);
  expect(container.querySelectorAll("i")).toHaveLength(1);
});

test("two lines that end alike have their marks under each other", () => {
  const line = (mark: string) => ({ key: mark, mark, title: mark, figures: [0, 4] });
  const points = [
    { key: "1", label: "1" },
    { key: "2", label: "2" },
  ];
  const lines = [line("A"), line("B")];
  render(<GrowthChart {...{ points, lines }} label="used" pointTitle="day" write={String} />);
  const picture = screen.getByRole("img", { name: "used" });
  const yOf = (mark: string) =>
    Number(
      [...picture.querySelectorAll("text")]
        .find((text) => text.textContent === mark)
        ?.getAttribute("y"),
    );
  expect(yOf("B") - yOf("A")).toBe(16);
});

test("counts stand beside the drawing as whole numbers, also where there is but one", () => {
  const line = { key: "all", mark: "", title: "used", figures: [0, 1] };
  const points = [
    { key: "1", label: "Mon" },
    { key: "2", label: "Tue" },
  ];
  render(
    <GrowthChart points={points} lines={[line]} label="used" pointTitle="day" write={String} />,
  );
  const words = [...screen.getByRole("img", { name: "used" }).querySelectorAll("text")];
  expect(words.map(({ textContent }) => textContent)).toEqual(["0", "1", "", "Mon", "Tue"]);
});

test.each([
  [
    [0, 100],
    [0, 50, 100],
  ],
  [
    [-1_300_000, 2_400_000],
    [-1_000_000, 0, 1_000_000, 2_000_000],
  ],
  [
    [0, 7],
    [0, 2, 4, 6],
  ],
  [[3, 3], [3]],
] as const)("round figures beside a drawing of %j are %j", (figures, expected) => {
  expect(roundFigures(scaleOf(figures, 1), 4)).toEqual(expected);
});

test.each([
  { ends: "above", values: [-40, -20, 10, 20], under: true },
  { ends: "below", values: [40, 20, -10, -20], under: false },
  { ends: "above, where nothing lies at the foot", values: [0, 10, 20, 30], under: false },
])("the words of no difference stand where no curve that ends $ends crosses them", (row) => {
  const points = row.values.map((value, at) => {
    const key = `day ${at}`;
    return { key, label: key, value, low: value > 0 ? 0 : value, high: Math.max(0, value) };
  });
  const heads = { point: "day", low: "from", value: "more", high: "to" };
  render(<BandChart {...{ points, heads }} label="more" zero="no difference" write={String} />);
  const words = screen.getByText("no difference");
  const line = screen.getByText("0", { selector: "g > text" });
  expect(Number(words.getAttribute("y")) > Number(line.getAttribute("y"))).toBe(row.under);
});
