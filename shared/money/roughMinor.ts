/** `minor` up to two figures that count: what is estimated "to the đồng" looks surer than it is. */
export const roughMinor = (minor: number): number => {
  const step = 10 ** Math.max(0, String(Math.trunc(minor)).length - 2);
  return Math.ceil(minor / step) * step;
};
