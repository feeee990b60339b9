import { parseArgs } from "node:util";

export type ShopSize = { readonly customers: number; readonly sales: number };

/** `--customers N --sales N`; a shop of a busy year where nothing is said. */
export const shopSizeOf = (argv: readonly string[]): ShopSize => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      customers: { type: "string", default: "50000" },
      sales: { type: "string", default: "100000" },
    },
  });
  return { customers: wholeNumber(values.customers), sales: wholeNumber(values.sales) };
};

const wholeNumber = (text: string): number => {
  const number = Number(text.replaceAll(/[_,]/g, ""));
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`${text} is no count`);
  return number;
};
