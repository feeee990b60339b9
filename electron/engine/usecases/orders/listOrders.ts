import { ok } from "../../../../shared/kernel/result.ts";
import {
  countImportEffects,
  findImport,
  type ImportRow,
  listImports as listRows,
} from "../../repositories/imports.ts";
import { listOrders as list, listOrderLines } from "../../repositories/orders.ts";
import type { Context, UseCase } from "../context.ts";
import { openName } from "../customers/people.ts";
import { pageOf } from "../page.ts";

export const listOrders: UseCase<"orders.list"> = (context, input) => {
  const { source, state, customerId, limit, next } = input;
  const asked = { source, state, customerId, after: readNext(next) };
  const { rows, goesOnBehind: last } = pageOf(limit, (most) =>
    list(context.db, { ...asked, limit: most }),
  );
  return ok({
    orders: rows.map((row) => ({
      source: row.source,
      externalId: row.externalId,
      number: row.number,
      atMs: row.placedAtMs,
      state: row.state,
      totalMinor: row.totalMinor,
      currency: row.currency,
      ...(row.customerId === null
        ? {}
        : { customerId: row.customerId, customerName: openName(context, row.customerId) }),
      lines: listOrderLines(context.db, row).map(
        ({ sku, name, quantity, unitPriceMinor, totalMinor }) => ({
          name,
          quantity,
          unitPriceMinor,
          totalMinor,
          ...(sku === undefined ? {} : { sku }),
        }),
      ),
    })),
    ...(last ? { next: showNext([last.placedAtMs, last.source, last.externalId]) } : {}),
  });
};

export const listImports: UseCase<"orders.imports"> = (context, { limit, next }) => {
  const after = next === undefined ? undefined : findImport(context.db, next);
  const { rows, goesOnBehind: last } = pageOf(limit, (most) =>
    listRows(context.db, { limit: most, after }),
  );
  return ok({
    imports: rows.map((row) => ({
      importId: row.importId,
      fileName: row.fileName,
      format: row.format,
      atMs: row.startedAtMs,
      ...countsOf(context, row),
      rejected: row.rejectedCount,
      finished: row.finished === 1,
      undone: row.undone === 1,
    })),
    ...(last ? { next: last.importId } : {}),
  });
};

/** An import that was cut off has written no counts, yet what it took in stands. */
const countsOf = (context: Context, row: ImportRow) => {
  const { createdCount: created, updatedCount: updated } =
    row.finished === 1 ? row : countImportEffects(context.db, row.importId);
  return { orders: row.finished === 1 ? row.orderCount : created + updated, created, updated };
};

type Place = readonly [placedAtMs: number, source: string, externalId: string];

const showNext = ([atMs, ...texts]: Place): string =>
  [atMs, ...texts.map((text) => Buffer.from(text).toString("base64url"))].join(".");

/** A page's mark that is not ours starts the list over: it is no reason to fail. */
const readNext = (next: string | undefined): Place | undefined => {
  const [, atMs, ...texts] = /^(\d{1,15})\.([\w-]+)\.([\w-]+)$/.exec(next ?? "") ?? [];
  const [source, externalId] = texts.map((text) => Buffer.from(text, "base64url").toString());
  if (source === undefined || externalId === undefined) return undefined;
  return [Number(atMs), source, externalId];
};
