import { fontFaces, fontFamily } from "./fonts.ts";
import { screenScrollBar } from "./screenScrollBar.ts";

/** For a roll of 80 mm, 72 mm of which print. Pure black: thermal heads make greys of dots. */
export const receiptStyle = `${fontFaces}
${screenScrollBar}
@page { size: 80mm 297mm; margin: 0 }
* { box-sizing: border-box; margin: 0 }
html { background: #fff }
body { width: 80mm; margin: 0 auto; padding: 5mm 4mm 8mm; color: #000;
  font: 400 9pt/1.4 ${fontFamily}; font-variant-numeric: tabular-nums }
b { font-weight: 600 }
header { text-align: center }
h1 { font-size: 15pt; font-weight: 600; line-height: 1.25; letter-spacing: -0.01em;
  overflow-wrap: anywhere }
header p { font-size: 8.5pt }
.facts { display: grid; grid-template-columns: 1fr auto; gap: 0 3mm; margin-top: 3.5mm;
  font-size: 8.5pt }
.facts :nth-child(even) { text-align: right }
.rule { border: 0; border-top: 0.3mm dashed #000; margin: 2.8mm 0 }
.line { break-inside: avoid; margin-bottom: 1.8mm }
.line:last-child { margin-bottom: 0 }
.line p, .sums p { display: grid; grid-template-columns: 1fr auto; gap: 0 3mm }
.line .name { display: block; font-weight: 500; overflow-wrap: anywhere }
.line .off { font-size: 8.5pt; padding-left: 3mm }
.sums p + p { margin-top: 0.4mm }
.total { display: flex; justify-content: space-between; align-items: baseline; gap: 3mm;
  margin: 2mm 0 1mm; line-height: 1.2 }
.total span { font-weight: 500; font-size: 10.5pt; flex: none }
.total b { white-space: nowrap; letter-spacing: -0.02em }
.minor { font-size: 8.5pt }
.change b { font-size: 12pt }
.points { margin-top: 3mm; border: 0.3mm solid #000; border-radius: 2mm; padding: 1.6mm 3mm;
  display: flex; justify-content: space-between; gap: 3mm; font-weight: 500; break-inside: avoid }
.earned { margin-top: 3mm; border: 0.3mm dashed #000; padding: 2mm 3mm; text-align: center;
  break-inside: avoid }
.earned b { display: block; font-size: 12pt; overflow-wrap: anywhere }
.earned > p { font-size: 8.5pt }
.earned .bars { margin-top: 1.6mm }
.thanks { text-align: center; font-size: 10.5pt; font-weight: 500; margin: 4.5mm 0 3.5mm;
  line-height: 1.35 }
.bars { text-align: center; break-inside: avoid }
.bars svg { display: block; margin: 0 auto 1mm; height: 9mm; max-width: 100%;
  width: calc(var(--modules) * 0.25mm) }
.bars p { font-size: 8.5pt; letter-spacing: 0.06em }
`;
