type EndLabelsProps = {
  readonly points: readonly { readonly label: string }[];
  /** Where the first begins and the last ends. */
  readonly from: number;
  readonly to: number;
  readonly y: number;
};

/** Names the first and the last point under a drawing; those between are read off the line. */
export function EndLabels({ points, from, to, y }: EndLabelsProps) {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return null;
  return (
    <g>
      <text x={from} y={y}>
        {first.label}
      </text>
      <text x={to} y={y} textAnchor="end">
        {last.label}
      </text>
    </g>
  );
}
