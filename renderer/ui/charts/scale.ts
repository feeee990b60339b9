/** Where figures stand on a drawing: `at` turns a figure into a place from 0 to `length`. */
export type Scale = {
  readonly from: number;
  readonly to: number;
  readonly at: (figure: number) => number;
};

/** A scale that holds all `figures`; `to` is never below `from`. */
export const scaleOf = (figures: readonly number[], length: number): Scale => {
  const from = Math.min(...figures);
  const to = Math.max(...figures);
  const span = to > from ? to - from : 1;
  return { from, to, at: (figure) => ((figure - from) / span) * length };
};

/** Round figures to write beside a drawing: at most `most` of them between `from` and `to`. */
export const roundFigures = ({ from, to }: Scale, most: number): readonly number[] => {
  const step = roundStep((to - from) / most);
  const first = Math.ceil(from / step);
  const last = Math.floor(to / step);
  return Array.from({ length: Math.max(0, last - first) + 1 }, (_, at) => (first + at) * step);
};

/** The least of 1, 2, 5, 10, 20, 50 … that is not below `least`. */
const roundStep = (least: number): number => {
  if (least <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  const times = [1, 2, 5, 10].find((factor) => factor * power >= least) ?? 10;
  return times * power;
};

/** To a tenth of a pixel: finer is not seen, and makes the drawing long. */
export const roundPlace = (place: number): number => Math.round(place * 10) / 10;
