import { lineHeight } from "./fitText.ts";
import { fontFaces, fontFamily } from "./fonts.ts";
import { screenScrollBar } from "./screenScrollBar.ts";

/**
 * What is clamped starts a little above its first line: the marks of Ễ stand higher than its line.
 *
 * All lengths of a slip are multiples of `--u`, so that one drawing serves every layout. Bars are a
 * quarter of it wide: at 1 mm a printer of 300 dots an inch draws each with three dots. With their
 * quiet zones, 41.3 units for a code of ten, they reach from the ribbon to the stub.
 */
export const couponStyle = `${fontFaces}
${screenScrollBar}
@page { size: A4; margin: 0 }
:root {
  --ink: oklch(0.24 0.02 190); --soft: oklch(0.42 0.018 190); --line: oklch(0.72 0.02 60);
  --persimmon: oklch(0.55 0.16 38); --wash: oklch(0.965 0.024 55);
}
* { box-sizing: border-box; margin: 0 }
html { print-color-adjust: exact; -webkit-print-color-adjust: exact }
body { font: 400 10pt/1.4 ${fontFamily}; color: var(--ink); background: #fff }
b { font-weight: 600 }
.page {
  position: relative; width: 210mm; height: 296.8mm; padding: 5mm 6mm 0; overflow: hidden;
  break-after: page;
}
.page:last-of-type { break-after: auto }
.grid { display: grid }
.cuts { position: absolute; inset: 0; width: 210mm; height: 296.8mm; fill: none;
  stroke: var(--line); stroke-width: 0.2 }
.foot { position: absolute; left: 9mm; right: 9mm; top: 289mm; display: flex;
  justify-content: space-between; font-size: 6.5pt; color: var(--soft) }

.slips-3x8 { --u: 1mm } .slips-3x8 .grid { grid: auto-flow 35.375mm / repeat(3, 66mm) }
.slips-2x5 { --u: 1.5mm } .slips-2x5 .grid { grid: auto-flow 56.6mm / repeat(2, 99mm) }
.letter { --u: 2.5mm }

.slip {
  position: relative; place-self: center; width: calc(62 * var(--u)); height: calc(31.4 * var(--u));
  display: grid; grid-template: 100% / 1fr calc(16.4 * var(--u)); overflow: hidden;
  background: var(--wash); border-radius: calc(2.4 * var(--u)); line-height: 1.3;
}
.ribbon { position: absolute; left: 0; top: 0; width: calc(4.2 * var(--u)); height: 100%;
  fill: var(--persimmon) }
.defs { position: absolute; width: 0; height: 0 }
.ribbon .dots, .dots { fill: var(--wash) }
.gift { display: flex; flex-direction: column; min-width: 0; overflow: hidden;
  padding: calc(1.5 * var(--u)) 0 calc(1.5 * var(--u)) calc(4.2 * var(--u)) }
.gift > p { padding-left: calc(1.7 * var(--u)); padding-right: calc(1.1 * var(--u)) }
.for { font-size: calc(2.9 * var(--u)); white-space: nowrap; overflow: hidden;
  text-overflow: ellipsis; color: var(--soft) }
.for b { color: var(--persimmon); font-size: calc(3.5 * var(--u)) }
.for small { font-size: calc(var(--size) * var(--u)); margin-left: calc(0.8 * var(--u)) }
.offer, .condition { display: -webkit-box; -webkit-box-orient: vertical; overflow: hidden;
  overflow-wrap: anywhere; text-wrap: balance; flex: none; line-height: ${lineHeight};
  font-size: calc(var(--size) * var(--u)); -webkit-line-clamp: var(--lines) }
.for, .offer, .condition, .shop b { padding-top: 0.24em; margin-top: -0.24em }
.offer { font-weight: 600; letter-spacing: -0.015em }
.condition { color: var(--soft) }
.code { margin-top: auto; text-align: center; font-variant-numeric: tabular-nums }
.bars { padding: calc(0.7 * var(--u)) 0 }
.bars svg { display: block; margin: 0 auto; max-width: 100%; height: calc(5 * var(--u));
  width: calc(var(--modules) * 0.25 * var(--u)) }
.code p { font-size: calc(2.7 * var(--u)); font-weight: 500; letter-spacing: 0.09em;
  line-height: 1.15; margin-top: calc(0.5 * var(--u)) }

.stub { position: relative; display: flex; flex-direction: column; align-items: center;
  text-align: center; min-width: 0; gap: calc(0.6 * var(--u));
  padding: calc(1.8 * var(--u)) calc(1.2 * var(--u)) calc(1.5 * var(--u));
  border-left: calc(0.3 * var(--u)) dashed var(--persimmon) }
.stub::before, .stub::after { content: ""; position: absolute; z-index: 1; left: calc(-1.75 * var(--u));
  width: calc(3.2 * var(--u)); height: calc(3.2 * var(--u)); border-radius: 50%; background: #fff }
.stub::before { top: calc(-1.6 * var(--u)) } .stub::after { bottom: calc(-1.6 * var(--u)) }
.qr { width: calc(13.6 * var(--u)); height: calc(13.6 * var(--u)); background: #fff;
  border-radius: calc(0.8 * var(--u)); flex: none }
.qr svg { display: block; width: 100%; height: 100% }
.until { font-size: calc(2 * var(--u)); line-height: 1.25; color: var(--soft) }
.until b { display: block; color: var(--ink); font-size: calc(2.35 * var(--u)) }
.ahead span { display: block; white-space: nowrap; font-size: calc(var(--size) * var(--u));
  line-height: calc(2.5 * var(--u)) }
.shop { margin-top: auto; max-width: 100%; font-size: calc(1.9 * var(--u)); line-height: 1.25 }
.shop b { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2;
  overflow: hidden; overflow-wrap: anywhere }
.ahead + .shop b { -webkit-line-clamp: 1 }
.shop span { display: block; color: var(--soft); white-space: nowrap;
  font-size: calc(var(--size) * var(--u)) }

.letter .page { padding: 24mm 26mm 0 }
.letter header { display: flex; justify-content: space-between; align-items: baseline;
  border-bottom: 0.4mm solid var(--persimmon); padding-bottom: 4mm; font-size: 9.5pt;
  color: var(--soft) }
.letter header b { font-size: 15pt; color: var(--ink) }
.letter .words { margin-top: 26mm; font-size: 13pt; line-height: 1.65; max-width: 140mm;
  overflow-wrap: anywhere }
.letter .words p { margin-bottom: 6mm }
.letter .words .text { white-space: pre-line }
.letter .words .long { font-size: 11pt; line-height: 1.45; max-height: 90.2mm; overflow: hidden }
.letter .words .hello { font-size: 20pt; font-weight: 600; line-height: 1.3 }
.letter .present { position: absolute; left: 0; right: 0; bottom: 0; height: 105mm;
  border-top: 0.25mm dashed var(--line); display: grid; grid-template-rows: auto 1fr }
.letter .how { font-size: 8.5pt; color: var(--soft); text-align: center; padding-top: 3mm }
`;
