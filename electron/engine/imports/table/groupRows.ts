import { hash53 } from "../../../../shared/domain/order/hash53.ts";
import type { RejectReason } from "../orderFile.ts";
import type { CsvRow } from "../text/csvRows.ts";
import { orderIds } from "./orderIds.ts";
import type { Survey } from "./survey.ts";
import type { TableReader } from "./tableFormat.ts";

/** The rows of one payload of one order, or rows that are refused together. */
export type RowGroup = { readonly rows: readonly CsvRow[]; readonly problem?: RejectReason };

type Grouping = {
  readonly reader: TableReader;
  readonly survey: Pick<Survey, "rowCountByScattered">;
  readonly heldChars: number;
};

/** Rows of one order that stand together. */
type Run = { readonly id: string; readonly rows: CsvRow[] };

/** Runs of an order that are kept back until its last row came. */
type Held = { readonly runs: CsvRow[][]; rowCount: number; chars: number };

/**
 * Puts the rows of each order together. An order whose rows stand together is given as soon as it
 * ends; one whose rows stand apart is held until its last row, which the survey has counted.
 * What is held is bounded by `heldChars`: an order that would exceed it is refused whole.
 */
export class RowGrouper {
  readonly #grouping: Grouping;
  readonly #idOf: (cells: readonly string[]) => string;
  readonly #heldById = new Map<string, Held>();
  readonly #refusedIds = new Set<string>();
  #charsHeld = 0;
  #run: Run | undefined;

  constructor(grouping: Grouping) {
    this.#grouping = grouping;
    this.#idOf = orderIds(grouping.reader);
  }

  push(rows: readonly CsvRow[]): readonly RowGroup[] {
    const groups: RowGroup[] = [];
    for (const row of rows) {
      const id = this.#idOf(row.cells);
      if (this.#run?.id !== id) this.#endRun(groups);
      if (this.#run) this.#run.rows.push(row);
      else this.#run = { id, rows: [row] };
    }
    return groups;
  }

  /** Two ids with one hash were counted together, so at the end all that is held is whole. */
  finish(): readonly RowGroup[] {
    const groups: RowGroup[] = [];
    this.#endRun(groups);
    for (const held of this.#heldById.values()) this.#addPayloads(held.runs, groups);
    return groups;
  }

  #endRun(groups: RowGroup[]): void {
    const run = this.#run;
    if (!run) return;
    this.#run = undefined;
    const { rowCountByScattered } = this.#grouping.survey;
    // Most files have no order apart, and then need no hashes.
    const rowCount = rowCountByScattered.size && rowCountByScattered.get(hash53(run.id));
    if (!rowCount) this.#addPayloads([run.rows], groups);
    else if (this.#refusedIds.has(run.id)) groups.push(this.#tooScattered(run.rows));
    else this.#hold(run, rowCount, groups);
  }

  #hold({ id, rows }: Run, rowCount: number, groups: RowGroup[]): void {
    const held = this.#heldById.get(id) ?? { runs: [], rowCount: 0, chars: 0 };
    const chars = rows.reduce((sum, row) => sum + row.chars, 0);
    held.runs.push(rows.map(detached));
    held.rowCount += rows.length;
    held.chars += chars;
    this.#charsHeld += chars;
    this.#heldById.set(id, held);
    const isWhole = held.rowCount >= rowCount;
    if (!isWhole && this.#charsHeld <= this.#grouping.heldChars) return;
    this.#heldById.delete(id);
    this.#charsHeld -= held.chars;
    if (isWhole) this.#addPayloads(held.runs, groups);
    else {
      this.#refusedIds.add(id);
      groups.push(this.#tooScattered(held.runs.flat()));
    }
  }

  #addPayloads(runs: readonly CsvRow[][], groups: RowGroup[]): void {
    const problem = runs.flat().find((row) => row.problem)?.problem;
    if (problem) groups.push({ rows: runs.flat(), problem });
    else for (const rows of this.#grouping.reader.payloads(runs)) groups.push({ rows });
  }

  #tooScattered(rows: readonly CsvRow[]): RowGroup {
    return { rows, problem: { kind: "RowsScattered", limit: this.#grouping.heldChars } };
  }
}

/** Cells are slices of the chunk that they came in; a copy lets go of the chunk. */
const detached = ({ cells, ...row }: CsvRow): CsvRow => ({
  ...row,
  cells: cells.map((cell) => Buffer.from(cell).toString()),
});
