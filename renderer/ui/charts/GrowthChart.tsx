import { useRef } from "react";
import styles from "./Charts.module.css";
import { ChartTable } from "./ChartTable.tsx";
import { EndLabels } from "./EndLabels.tsx";
import { roundFigures, roundPlace, type Scale, scaleOf } from "./scale.ts";
import { useWidth } from "./useWidth.ts";

export type GrowthLine = {
  readonly key: string;
  /** What stands at the line's end: a letter or a short word. */
  readonly mark: string;
  readonly title: string;
  readonly figures: readonly number[];
};

type GrowthChartProps = {
  /** What the drawing shows, in a sentence. */
  readonly label: string;
  readonly points: readonly { readonly key: string; readonly label: string }[];
  readonly lines: readonly GrowthLine[];
  readonly write: (figure: number) => string;
  readonly pointTitle: string;
  readonly testId?: string;
};

const HEIGHT = 150;
const TOP = 12;
const FOOT = 24;
const SIDE = 78;
const MARKS = 30;
const MARK_HEIGHT = 16;
const FIGURES = 3;

/** Counts that only grow, one line each, with its mark at its end. */
export function GrowthChart(props: GrowthChartProps) {
  const { label, points, lines, write, pointTitle, testId } = props;
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, 640);
  const { up, y, across } = scales({ lines, points: points.length, width });
  const end = across(points.length - 1);
  const ends = lines.map(({ figures }) => y(figures.at(-1) ?? 0));
  const markYs = apart(ends);
  return (
    <div ref={place} className={styles.band} data-testid={testId}>
      <svg width={width} height={HEIGHT} role="img" aria-label={label}>
        {wholeFigures(up).map((figure) => (
          <g key={figure} className={styles.grid}>
            <line x1={SIDE} x2={end} y1={y(figure)} y2={y(figure)} />
            <text x={SIDE - 10} y={y(figure)} dy="0.35em" textAnchor="end">
              {write(figure)}
            </text>
          </g>
        ))}
        {lines.map(({ key, mark, figures }, at) => (
          <g key={key} className={styles.growth}>
            <path d={`M${figures.map((figure, day) => `${across(day)},${y(figure)}`).join("L")}`} />
            <circle cx={end} cy={ends[at]} r="4" />
            <text x={end + 10} y={markYs[at]} dy="0.35em">
              {mark}
            </text>
          </g>
        ))}
        <EndLabels points={points} from={SIDE} to={end} y={HEIGHT - 4} />
      </svg>
      <ChartTable
        label={label}
        heads={[pointTitle, ...lines.map(({ title }) => title)]}
        rows={points.map(({ key, label: name }, at) => ({
          key,
          cells: [name, ...lines.map(({ figures }) => write(figures[at] ?? 0))],
        }))}
      />
    </div>
  );
}

type Drawn = {
  readonly lines: readonly GrowthLine[];
  readonly points: number;
  readonly width: number;
};

const scales = ({ lines, points, width }: Drawn) => {
  const up = scaleOf([0, ...lines.flatMap(({ figures }) => figures)], 1);
  const step = (width - SIDE - MARKS) / Math.max(1, points - 1);
  return {
    up,
    y: (figure: number) => roundPlace(TOP + (1 - up.at(figure)) * (HEIGHT - TOP - FOOT)),
    across: (at: number) => roundPlace(SIDE + at * step),
  };
};

const wholeFigures = (up: Scale): readonly number[] =>
  roundFigures(up, FIGURES).filter(Number.isInteger);

/** Where the marks stand: at their lines' ends, but never one over another. */
const apart = (ends: readonly number[]): readonly number[] => {
  const [one, other] = ends;
  if (one === undefined || other === undefined) return ends;
  if (Math.abs(one - other) >= MARK_HEIGHT) return ends;
  const middle = (one + other) / 2;
  const half = one <= other ? MARK_HEIGHT / 2 : -MARK_HEIGHT / 2;
  return [middle - half, middle + half];
};
