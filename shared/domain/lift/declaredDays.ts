/**
 * The calendar year that `day` lies in: what a verdict on suggestions is about, whatever stretch of it is
 * looked at.
 * Source: README.md in this folder, "Suggestions".
 */
export const declaredDays = (day: string): { readonly fromDay: string; readonly toDay: string } => {
  const year = day.slice(0, 4);
  return { fromDay: `${year}-01-01`, toDay: `${year}-12-31` };
};
