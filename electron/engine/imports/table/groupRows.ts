import { hash53 } from "../../../../shared/domain/order/hash53.ts";
import type { FileCaps, RejectReason } from "../orderFile.ts";
import type { CsvRow } from "../text/csvRows.ts";
import { orderIds } from "./orderIds.ts";
import type { Survey } from "./survey.ts";
import type { TableReader } from "./tableFormat.ts";

/** The rows of one payload of one order, or rows that are refused together. */
export type RowGroup = { readonly rows: readonly CsvRow[]; readonly problem?: RejectReason };

type Held = { readonly runs: CsvRow[][]; rowCount: number; chars: number };

/**
 * Puts the rows of each order together. An order whose rows stand together is given as soon as it
 * ends; one whose rows stand apart is held until its last row, which the survey has counted.
 * What is held is bounded by `heldChars`: an order that would exceed it is refused whole.
 */
export const rowGrouper = (
  reader: TableReader,
  { rowCountByScattered }: Survey,
  { heldChars }: Pick<FileCaps, "heldChars">,
) => {
  const idOf = orderIds(reader);
  const heldById = new Map<string, Held>();
  const refusedIds = new Set<number>();
  const tooScattered: RejectReason = { kind: "RowsScattered", limit: heldChars };
  let charsHeld = 0;
  let run: { readonly id: string; readonly rows: CsvRow[] } | undefined;

  const endRun = (groups: RowGroup[]): void => {
    if (!run) return;
    const { id, rows } = run;
    run = undefined;
    const hash = rowCountByScattered.size === 0 ? 0 : hash53(id);
    const expected = rowCountByScattered.get(hash);
    if (expected === undefined) groups.push(...groupsOf([rows]));
    else if (refusedIds.has(hash)) groups.push({ rows, problem: tooScattered });
    else hold({ id, hash, rows, expected }, groups);
  };

  const hold = (
    { id, hash, rows, expected }: { id: string; hash: number; rows: CsvRow[]; expected: number },
    groups: RowGroup[],
  ): void => {
    const held = heldById.get(id) ?? { runs: [], rowCount: 0, chars: 0 };
    heldById.set(id, held);
    const chars = rows.reduce((sum, { cells }) => sum + cells.join("").length, 0);
    held.runs.push(rows.map(detached));
    held.rowCount += rows.length;
    held.chars += chars;
    charsHeld += chars;
    if (held.rowCount < expected && charsHeld <= heldChars) return;
    heldById.delete(id);
    charsHeld -= held.chars;
    if (held.rowCount >= expected) groups.push(...groupsOf(held.runs));
    else {
      refusedIds.add(hash);
      groups.push({ rows: held.runs.flat(), problem: tooScattered });
    }
  };

  const groupsOf = (runs: readonly CsvRow[][]): readonly RowGroup[] => {
    const broken = runs.flat().find((row) => row.problem);
    if (broken?.problem) return [{ rows: runs.flat(), problem: broken.problem }];
    return reader.payloads(runs).map((rows) => ({ rows }));
  };

  const push = (rows: readonly CsvRow[]): readonly RowGroup[] => {
    const groups: RowGroup[] = [];
    for (const row of rows) {
      const id = idOf(row.cells);
      if (run?.id !== id) endRun(groups);
      if (run) run.rows.push(row);
      else run = { id, rows: [row] };
    }
    return groups;
  };

  /** Two ids with one hash were counted together, so at the end all that is held is whole. */
  const finish = (): readonly RowGroup[] => {
    const groups: RowGroup[] = [];
    endRun(groups);
    for (const held of heldById.values()) groups.push(...groupsOf(held.runs));
    return groups;
  };

  return { push, finish };
};

/** Cells are slices of the chunk that they came in; a copy lets go of the chunk. */
const detached = ({ cells, ...row }: CsvRow): CsvRow => ({
  ...row,
  cells: cells.map((cell) => Buffer.from(cell).toString()),
});
