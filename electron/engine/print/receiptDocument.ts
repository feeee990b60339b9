import { showCouponCode } from "../../../shared/domain/coupon/couponCode.ts";
import {
  formatMoney,
  formatNumber,
  formatQuantity,
  formatRate,
} from "../../../shared/money/formatMoney.ts";
import { sumMinor } from "../../../shared/money/money.ts";
import { fitText } from "./fitText.ts";
import { html, htmlDocument, type Markup } from "./html.ts";
import { printedDay, printedTime } from "./printedDay.ts";
import type { EarnedCoupon, Receipt, ReceiptCustomer, ReceiptLine } from "./receipt.ts";
import { receiptStyle } from "./receiptStyle.ts";
import { barcodeModules, barcodeSvg } from "./symbols.ts";
import { type PrintWords, printWords } from "./words.ts";

/** The receipt of a finished sale for a roll of 80 mm, as one document. */
export const receiptDocument = (receipt: Receipt): string => {
  const paper = writerOf(receipt);
  const body = html`${head(paper)}
<hr class="rule">
<section>${receipt.sale.lines.map((line) => lineRows(line, paper))}</section>
<hr class="rule">
${sums(paper)}
${total(paper)}
${payments(paper)}
${points(paper)}
${paper.couponsEarned?.map((coupon) => earned(coupon, paper))}
<p class="thanks">${paper.words.thanks(receipt.customer?.givenName)}</p>
<footer class="bars" style="--modules:${barcodeModules(receipt.sale.receiptNumber)}">${barcodeSvg(receipt.sale.receiptNumber)}<p>${receipt.sale.receiptNumber}</p></footer>
`;
  const title = `${paper.words.title} ${receipt.sale.receiptNumber}`;
  return htmlDocument({ title, lang: receipt.locale, style: receiptStyle, body });
};

type Writer = Receipt & {
  readonly words: PrintWords["receipt"];
  /** An amount without its currency, which the total tells. */
  readonly amount: (minor: number) => string;
  readonly count: (value: number) => string;
};

const writerOf = (receipt: Receipt): Writer => ({
  ...receipt,
  words: printWords[receipt.locale].receipt,
  amount: (minor) => {
    const digits = formatMoney(Math.abs(minor), receipt.currency, receipt.locale);
    return (minor < 0 ? "−" : "") + digits.replace(/[^\d.,]/g, "");
  },
  count: (value) => formatNumber(value, receipt.locale),
});

const head = ({ shop, sale, customer, words, locale, timezone }: Writer): Markup => html`<header>
<h1>${shop.name}</h1>
${shop.address ? html`<p>${shop.address}</p>` : undefined}${shop.phone ? html`<p>${shop.phone}</p>` : undefined}
</header>
<div class="facts"><b>${words.title} ${sale.receiptNumber}</b><span>${printedTime(sale.soldAtMs, locale, timezone)}</span>
<span>${words.cashier}</span><span>${sale.staffName}</span>
${customer ? html`<span>${words.customer}</span><span>${customerText(customer)}</span>` : undefined}</div>`;

const customerText = ({ givenName, maskedPhone }: ReceiptCustomer): string =>
  [givenName, maskedPhone].filter((part) => part).join(" ");

/** A line as marked on the shelf, and beneath it what was taken off it; points stand in the sums. */
const lineRows = (line: ReceiptLine, { words, amount, locale }: Writer): Markup => {
  const quantity = formatQuantity(line.quantityMilli, locale);
  const each = amount(line.unitPriceMinor);
  const times = line.soldBy === "weight" ? `${quantity} kg × ${each}/kg` : `${quantity} × ${each}`;
  const discounts = line.discounts.filter(({ kind, minor }) => kind !== "points" && minor > 0);
  return html`<div class="line"><p class="name">${line.name}</p><p><span>${times}</span><span>${amount(line.grossMinor)}</span></p>
${discounts.map(({ kind, code, minor }) => {
  const what = kind === "coupon" && code ? words.coupon(showCouponCode(code)) : words.lineDiscount;
  return html`<p class="off"><span>${what}</span><span>${amount(-minor)}</span></p>`;
})}</div>`;
};

const sums = ({ sale, words, amount, count, locale }: Writer): Markup => {
  const rows: Markup[] = [
    row(words.subtotal(count(itemCount(sale.lines))), amount(sale.grossMinor)),
  ];
  const offLines = sumMinor(
    sale.lines.flatMap(({ discounts }) =>
      discounts.filter(({ kind }) => kind === "line").map(({ minor }) => minor),
    ),
  );
  if (offLines > 0) rows.push(row(words.lineDiscount, amount(-offLines)));
  for (const { code, discountMinor } of sale.coupons) {
    const worth = discountMinor > 0 ? amount(-discountMinor) : words.couponUsed;
    rows.push(row(words.coupon(showCouponCode(code)), worth));
  }
  if (sale.pointsRedeemed > 0) {
    rows.push(row(words.points(count(sale.pointsRedeemed)), amount(-sale.pointsValueMinor)));
  }
  if (sale.taxMode === "exclusive") {
    for (const { rateBps, taxMinor } of sale.taxes) {
      rows.push(row(words.taxOnTop(formatRate(rateBps, locale)), amount(taxMinor)));
    }
  }
  if (sale.roundingMinor !== 0) {
    rows.push(row(words.beforeRounding, amount(sale.totalMinor)));
    rows.push(row(words.rounding, amount(sale.roundingMinor)));
  }
  return html`<section class="sums">${rows}</section>`;
};

/** Large, and smaller only where so large an amount would leave the paper. */
const total = ({ sale, words, currency, locale }: Writer): Markup => {
  const payable = formatMoney(sumMinor([sale.totalMinor, sale.roundingMinor]), currency, locale);
  const { size } = fitText(payable.replaceAll(" ", "\u00a0"), { width: 138, height: 40 }, 22);
  const within = sale.taxMode === "inclusive" ? sale.taxes : [];
  return html`<div class="total"><span>${words.total}</span><b style="font-size:${size.toFixed(1)}pt">${payable}</b></div>
<section class="sums minor">${within
    .filter(({ taxMinor }) => taxMinor !== 0)
    .map(({ rateBps, taxMinor }) =>
      row(words.taxWithin(formatRate(rateBps, locale)), formatMoney(taxMinor, currency, locale)),
    )}</section>`;
};

const payments = ({ sale, words, amount }: Writer): Markup => html`<hr class="rule">
<section class="sums">${sale.payments.map(({ method, amountMinor }) => row(words.method[method] ?? method, amount(amountMinor)))}${
  sale.changeMinor > 0
    ? html`<p class="change"><span>${words.change}</span><b>${amount(sale.changeMinor)}</b></p>`
    : undefined
}</section>`;

const points = ({ sale, pointsBalance, customer, words, count }: Writer): Markup | undefined => {
  if (!customer) return undefined;
  const balance =
    pointsBalance === undefined
      ? undefined
      : html`<span>${words.balance(count(pointsBalance))}</span>`;
  return html`<div class="points"><span>${words.earned(count(sale.pointsEarned))}</span>${balance}</div>`;
};

/** With bars of its own, so that the receipt itself is the slip. */
const earned = (
  { code, offerText, fromDay, untilDay }: EarnedCoupon,
  { words, locale }: Writer,
): Markup => html`<section class="earned"><p>${words.forNextTime}</p><b>${offerText}</b>
<p>${words.goodFrom(printedDay(fromDay, locale), printedDay(untilDay, locale))}</p>
<div class="bars" style="--modules:${barcodeModules(code)}">${barcodeSvg(code)}<p>${showCouponCode(code)}</p></div></section>`;

const row = (what: string, worth: string): Markup =>
  html`<p><span>${what}</span><span>${worth}</span></p>`;

/** Pieces; what is weighed counts as one. */
const itemCount = (lines: readonly ReceiptLine[]): number =>
  lines.reduce(
    (items, { soldBy, quantityMilli }) =>
      items + (soldBy === "weight" ? 1 : Math.round(quantityMilli / 1_000)),
    0,
  );
