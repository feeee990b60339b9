import { assert } from "../../../shared/kernel/assert.ts";
import type { Locale } from "../../../shared/money/formatMoney.ts";
import { letterPage } from "./couponLetter.ts";
import { couponReceipt } from "./couponReceipt.ts";
import { couponReceiptStyle } from "./couponReceiptStyle.ts";
import { couponSlip, ribbonDrawing } from "./couponSlip.ts";
import { couponStyle } from "./couponStyle.ts";
import { documentEnd, documentStart, html, type Markup } from "./html.ts";
import { greetedName, type PrintedCoupon, type PrintedShop } from "./printedCoupon.ts";
import { printWords } from "./words.ts";

/**
 * 24 or 10 slips on a sheet of A4, one letter each with its coupon at the foot, or one after the
 * other from the receipt printer, on a roll of 80 mm or 58 mm.
 */
export type CouponLayout = SlipsLayout | "letter" | RollLayout;
type SlipsLayout = "slips-3x8" | "slips-2x5";
type RollLayout = "receipt" | "receipt-58";

export type CouponSheet = {
  readonly shop: PrintedShop;
  readonly locale: Locale;
  readonly layout: CouponLayout;
  /** What a letter says between its greeting and its closing. */
  readonly letter: string;
  readonly campaignName: string;
  readonly coupons: readonly PrintedCoupon[];
};

/** The coupons of a campaign as one document to print, in the order given. */
export const couponSheet = (sheet: CouponSheet): string => [...couponSheetParts(sheet)].join("");

/**
 * The same document piece by piece, a coupon at a time: drawing a code takes milliseconds, and a
 * list of thousands must let others have their turn in between.
 */
export function* couponSheetParts(sheet: CouponSheet): Generator<string, void> {
  const { locale, layout, campaignName } = sheet;
  const title = `${printWords[locale].coupons}: ${campaignName}`;
  yield documentStart({ title, lang: locale, style: styleByLayout[layout]() });
  yield html`<main class="${layout}">\n${isRoll(layout) ? undefined : ribbonDrawing}\n`.markup;
  const pages = couponPageCount(sheet.coupons.length, layout);
  for (let page = 0; page < pages; page += 1) {
    const onPage = sheet.coupons.slice(
      page * slipsByLayout[layout],
      (page + 1) * slipsByLayout[layout],
    );
    yield* pageParts(onPage, { ...sheet, page, pages });
  }
  yield `</main>\n${documentEnd}`;
}

/** How many sheets of paper `couponCount` coupons take. */
export const couponPageCount = (couponCount: number, layout: CouponLayout): number =>
  Math.ceil(couponCount / slipsByLayout[layout]);

const slipsByLayout: Readonly<Record<CouponLayout, number>> = {
  "slips-3x8": 24,
  "slips-2x5": 10,
  letter: 1,
  receipt: 1,
  "receipt-58": 1,
};

const styleByLayout: Readonly<Record<CouponLayout, () => string>> = {
  "slips-3x8": () => couponStyle,
  "slips-2x5": () => couponStyle,
  letter: () => couponStyle,
  receipt: () => couponReceiptStyle(80),
  "receipt-58": () => couponReceiptStyle(58),
};

const isRoll = (layout: CouponLayout): layout is RollLayout =>
  layout === "receipt" || layout === "receipt-58";

type PageOf = CouponSheet & { readonly page: number; readonly pages: number };

function* pageParts(coupons: readonly PrintedCoupon[], of: PageOf): Generator<string, void> {
  const { layout } = of;
  if (layout === "letter" || isRoll(layout)) {
    const pageOf = layout === "letter" ? letterPage : couponReceipt;
    for (const coupon of coupons) yield pageOf(coupon, of).markup;
    return;
  }
  yield `<section class="page">\n${cutMarks(layout)}<div class="grid">\n`;
  for (const coupon of coupons) yield couponSlip(coupon, of).markup;
  yield html`</div>\n${pageFoot(coupons, of)}</section>\n`.markup;
}

/** Tells the one who cuts and hands out which sheet this is, and from whom to whom. */
const pageFoot = (
  coupons: readonly PrintedCoupon[],
  { campaignName, locale, page, pages }: PageOf,
): Markup => {
  const [first, last] = [coupons.at(0), coupons.at(-1)];
  assert(first && last, "a page holds at least one coupon");
  return html`<footer class="foot"><span>${campaignName}</span><span>${greetedName(first)} – ${greetedName(last)}</span><span>${printWords[locale].page(page + 1, pages)}</span></footer>\n`;
};

/** Crosses where two cuts meet, in millimetres of the sheet; slips stand clear of them. */
const cutMarks = (layout: SlipsLayout): string => {
  const [columns, rows] = layout === "slips-3x8" ? [3, 8] : [2, 5];
  const path: string[] = [];
  for (let column = 0; column <= columns; column += 1) {
    for (let row = 0; row <= rows; row += 1) {
      const x = 6 + (column * 198) / columns;
      const y = 5 + (row * 283) / rows;
      path.push(`M${x - 1.4} ${y}h2.8M${x} ${y - 1.4}v2.8`);
    }
  }
  return `<svg class="cuts" viewBox="0 0 210 296.8" aria-hidden="true"><path d="${path.join("")}"/></svg>\n`;
};
