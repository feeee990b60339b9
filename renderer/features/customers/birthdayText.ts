/** "--11-27" as "27/11" and "1990-11-27" as "27/11/1990": as people write it in a field. */
export const showBirthday = (birthday: string | undefined): string => {
  const [, year, month, day] = /^(\d{4}|-)-(\d{2})-(\d{2})$/u.exec(birthday ?? "") ?? [];
  if (month === undefined || day === undefined) return "";
  return year === "-" ? `${day}/${month}` : `${day}/${month}/${year}`;
};

/** What was typed, as it is kept; "" clears it, `undefined` is no day. */
export const readBirthday = (typed: string): string | undefined => {
  if (typed.trim() === "") return "";
  const match = /^\s*(\d{1,2})[/.\s-](\d{1,2})(?:[/.\s-](\d{4}))?\s*$/u.exec(typed);
  const [, day, month, year] = match ?? [];
  if (day === undefined || month === undefined) return undefined;
  return `${year ?? "-"}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
};
