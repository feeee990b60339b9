/** Names of products come from web pages: `&amp;` and `&#8211;` become the letters they mean. */
export const htmlText = (text: string): string =>
  text.includes("&")
    ? text.replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]+));/gi, (whole, decimal, hex, name) =>
        decimal || hex ? letter(decimal, hex) : (letterByName.get(name) ?? whole),
      )
    : text;

const letter = (decimal: string | undefined, hex: string | undefined): string => {
  const point = decimal ? Number(decimal) : Number.parseInt(hex ?? "", 16);
  return point > 31 && point <= 0x10ffff ? String.fromCodePoint(point) : "";
};

const letterByName: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: " ",
    ndash: "–",
    mdash: "—",
    times: "×",
    hellip: "…",
    lsquo: "‘",
    rsquo: "’",
    ldquo: "“",
    rdquo: "”",
  }),
);
