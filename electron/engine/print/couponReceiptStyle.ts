import { lineHeight } from "./fitText.ts";
import { fontFaces, fontFamily } from "./fonts.ts";
import { screenScrollBar } from "./screenScrollBar.ts";

export type RollWidth = 80 | 58;

/**
 * A slip for a roll, 72 units wide: 72 mm of one of 80 mm, 48 mm of one of 58 mm. A bar is three or
 * two dots wide and a square of the QR code six or four, at eight dots a millimetre: no thermal head
 * has to round. Pure black, since it makes greys of dots.
 */
export const couponReceiptStyle = (rollMm: RollWidth): string => `${fontFaces}
${screenScrollBar}
@page { size: ${rollMm}mm ${rollMm === 80 ? 98.5 : 66}mm; margin: 0 }
:root { --u: ${rollMm === 80 ? "1mm" : "calc(2mm / 3)"} }
* { box-sizing: border-box; margin: 0 }
html { print-color-adjust: exact; -webkit-print-color-adjust: exact; background: #fff }
body { font: 400 calc(3.6 * var(--u))/1.3 ${fontFamily}; color: #000; width: ${rollMm}mm; margin: 0 auto }
b { font-weight: 600 }
.page { position: relative; width: ${rollMm}mm; height: calc(98 * var(--u)); overflow: hidden;
  padding-top: calc(3 * var(--u)); break-after: page }
.page:last-of-type { break-after: auto }
.slip { width: calc(72 * var(--u)); margin: 0 auto; display: flex; flex-direction: column;
  text-align: center; height: calc(90 * var(--u)) }
.edge { display: block; width: 100%; height: calc(3.6 * var(--u)); flex: none }
.edge g { fill: #fff }
.for, .whole, .offer, .condition, .shop b { padding-top: 0.24em; margin-top: -0.24em }
.for, .whole { flex: none }
.for { font-size: calc(var(--size) * var(--u)); line-height: ${lineHeight}; white-space: nowrap;
  overflow: hidden; text-overflow: ellipsis; margin-top: calc(1.4 * var(--u)) }
.whole { font-size: calc(var(--size) * var(--u)); line-height: 1.3; white-space: nowrap; overflow: hidden;
  text-overflow: ellipsis; padding-left: calc(3 * var(--u)); padding-right: calc(3 * var(--u)) }
.present { height: calc(24.5 * var(--u)); flex: none; display: flex; flex-direction: column;
  justify-content: center; padding: calc(1 * var(--u)) calc(3 * var(--u)) 0 }
.offer, .condition { display: -webkit-box; -webkit-box-orient: vertical; overflow: hidden;
  overflow-wrap: anywhere; text-wrap: balance; flex: none; line-height: ${lineHeight};
  font-size: calc(var(--size) * var(--u)); -webkit-line-clamp: var(--lines) }
.offer { font-weight: 600; letter-spacing: -0.015em }
.bars { flex: none; margin-top: calc(1 * var(--u)) }
.bars svg { display: block; margin: 0 auto; height: calc(11 * var(--u));
  width: calc(var(--modules) * 0.375 * var(--u)) }
.code { font-size: calc(5 * var(--u)); font-weight: 500; letter-spacing: 0.08em; line-height: 1.2;
  font-variant-numeric: tabular-nums; margin-top: calc(0.6 * var(--u)) }
.stub { flex: none; display: grid; grid-template-columns: auto 1fr; align-items: center;
  gap: calc(2 * var(--u)); text-align: left; margin-top: auto; padding-right: calc(3 * var(--u)) }
.qr { width: calc(21.75 * var(--u)); height: calc(21.75 * var(--u)) }
.qr svg { display: block; width: 100%; height: 100% }
.until b { display: block; font-size: calc(5 * var(--u)); line-height: 1.25 }
.shop { margin-top: calc(1.4 * var(--u)) }
.shop b { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2;
  overflow: hidden; overflow-wrap: anywhere; line-height: 1.3 }
.shop span { display: block; white-space: nowrap }
.cut { position: absolute; left: 0; right: 0; bottom: calc(1.6 * var(--u)); height: 0;
  border-top: calc(0.375 * var(--u)) dashed black }
`;
