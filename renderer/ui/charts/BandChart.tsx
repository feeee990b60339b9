import { useRef } from "react";
import styles from "./Charts.module.css";
import { ChartTable } from "./ChartTable.tsx";
import { EndLabels } from "./EndLabels.tsx";
import { roundFigures, roundPlace, type Scale, scaleOf } from "./scale.ts";
import { useWidth } from "./useWidth.ts";

export type BandPoint = {
  readonly key: string;
  readonly label: string;
  readonly low: number;
  readonly value: number;
  readonly high: number;
};

type BandChartProps = {
  /** What the drawing shows, in a sentence. */
  readonly label: string;
  readonly points: readonly BandPoint[];
  readonly write: (figure: number) => string;
  /** What stands at the line of nothing: "no difference". */
  readonly zero: string;
  readonly heads: Readonly<Record<"point" | "low" | "value" | "high", string>>;
  readonly testId?: string;
};

const HEIGHT = 210;
const TOP = 10;
const FOOT = 24;
const SIDE = 78;
const FIGURES = 4;
/** How far from the line of nothing its words stand, and about how much they take of the width. */
const WORD_OVER = 6;
const WORD_UNDER = 16;
const WORD_WIDTH = 140;

/** A figure as it moved, the band in which it may lie, and the line of nothing across it. */
export function BandChart({ label, points, write, zero, heads, testId }: BandChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, 640);
  const drawn = drawing(points, width);
  const { across, up, line, band } = drawn;
  const last = points.at(-1);
  return (
    <div ref={place} className={styles.band} data-testid={testId}>
      <svg width={width} height={HEIGHT} role="img" aria-label={label}>
        {roundFigures(up, FIGURES).map((figure) => (
          <g key={figure} className={figure === 0 ? styles.zero : styles.grid}>
            <line x1={SIDE} x2={width} y1={drawn.y(figure)} y2={drawn.y(figure)} />
            <text x={SIDE - 10} y={drawn.y(figure)} dy="0.35em" textAnchor="end">
              {write(figure)}
            </text>
          </g>
        ))}
        <path className={styles.bandArea} d={band} />
        <path className={styles.bandLine} d={line} />
        {last && <circle cx={across(points.length - 1)} cy={drawn.y(last.value)} r="4" />}
        <text
          className={styles.zeroWord}
          x={width - 4}
          y={wordPlace(points, drawn)}
          textAnchor="end"
        >
          {zero}
        </text>
        <EndLabels points={points} from={SIDE} to={width - 4} y={HEIGHT - 4} />
      </svg>
      <ChartTable
        label={label}
        heads={[heads.point, heads.value, heads.low, heads.high]}
        rows={points.map(({ key, label: name, value, low, high }) => ({
          key,
          cells: [name, write(value), write(low), write(high)],
        }))}
      />
    </div>
  );
}

/** On the side of the line of nothing where the figure does not end, where there is room for it. */
const wordPlace = (points: readonly BandPoint[], { across, y }: Drawing): number => {
  const from = across(points.length - 1) - WORD_WIDTH;
  const beside = points.filter((_, at) => across(at) >= from);
  const isOver = beside.reduce((sum, { value }) => sum + Math.sign(value), 0) > 0;
  const hasRoom = y(0) + WORD_UNDER <= HEIGHT - FOOT;
  return isOver && hasRoom ? y(0) + WORD_UNDER : y(0) - WORD_OVER;
};

type Drawing = ReturnType<typeof drawing>;

const drawing = (points: readonly BandPoint[], width: number) => {
  const up: Scale = scaleOf([0, ...points.flatMap(({ low, high }) => [low, high])], 1);
  const y = (figure: number) => roundPlace(TOP + (1 - up.at(figure)) * (HEIGHT - TOP - FOOT));
  const step = (width - SIDE - 8) / Math.max(1, points.length - 1);
  const across = (at: number) => roundPlace(SIDE + 2 + at * step);
  const along = (read: (point: BandPoint) => number) =>
    points.map((point, at) => `${across(at)},${y(read(point))}`);
  const back = along(({ low }) => low).reverse();
  const line = pathOf(along(({ value }) => value));
  const band = points.length > 0 ? `${pathOf([...along(({ high }) => high), ...back])}Z` : "";
  return { across, up, y, line, band };
};

const pathOf = (places: readonly string[]): string =>
  places.length === 0 ? "" : `M${places.join("L")}`;
