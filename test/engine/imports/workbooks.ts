import { type Zippable, zipSync } from "fflate";

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

/** A sheet by the XML of its rows, or by its cells: numbers stay numbers, a `day` is a date. */
export type Sheet = { readonly name: string; readonly rows: string | readonly Cells[] };
export type Cells = readonly (string | number | { readonly day: number } | undefined)[];

/** A workbook as a shop's export would be, written by hand so that its XML can be of any shape. */
export const workbook = (sheets: readonly Sheet[], added: Zippable = {}): Uint8Array =>
  zipSync({ ...parts(sheets), ...added });

/** Each cell in a `<row>` of its own, as exports of TikTok Shop have been seen to be. */
export const rowPerCell = (rows: readonly Cells[]): string =>
  rows
    .flatMap((cells, row) =>
      cells.map((cell, column) => `<row r="${row + 1}">${cellXml(cell, row, column)}</row>`),
    )
    .join("");

const parts = (sheets: readonly Sheet[]): Zippable => ({
  "[Content_Types].xml": bytes(
    `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join("")}</Types>`,
  ),
  "_rels/.rels": bytes(
    `${xml}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ),
  "xl/workbook.xml": bytes(
    `${xml}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.map(({ name }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets></workbook>`,
  ),
  "xl/_rels/workbook.xml.rels": bytes(
    `${xml}<Relationships xmlns="${packageRelations}">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join("")}<Relationship Id="rId99" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
  ),
  "xl/styles.xml": bytes(
    `${xml}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  ),
  ...Object.fromEntries(
    sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, bytes(sheetXml(sheet))]),
  ),
});

const sheetXml = ({ rows }: Sheet): string => {
  const inner =
    typeof rows === "string"
      ? rows
      : rows
          .map(
            (cells, row) =>
              `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, row, column)).join("")}</row>`,
          )
          .join("");
  return `${xml}<worksheet xmlns="${main}"><dimension ref="A1"/><sheetData>${inner}</sheetData></worksheet>`;
};

const cellXml = (cell: Cells[number], row: number, column: number): string => {
  const place = `r="${columnName(column)}${row + 1}"`;
  if (cell === undefined) return "";
  if (typeof cell === "number") return `<c ${place}><v>${cell}</v></c>`;
  if (typeof cell === "object") return `<c ${place} s="1"><v>${cell.day}</v></c>`;
  return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
};

const columnName = (column: number): string => {
  const first = Math.floor(column / 26);
  const letter = (index: number) => String.fromCharCode(65 + index);
  return first === 0 ? letter(column) : letter(first - 1) + letter(column % 26);
};

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
