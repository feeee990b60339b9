import { z } from "zod";
import { call } from "./call.ts";
import { AtMs, FilePath, Id, Limit, Minor, Next, NoRefusal, refusal, Text } from "./primitives.ts";

const DateOrder = z.enum(["day-first", "month-first", "year-first"]);

const Mapping = z.object({
  name: Text(40),
  columns: z.record(z.string().max(40), z.string().max(200)),
  dateOrder: DateOrder.optional(),
  decimalSeparator: z.enum([".", ","]).optional(),
  stateWords: z.record(z.string().max(80), z.string().max(40)).optional(),
});

const OrderState = z.enum([
  "pending",
  "paid",
  "fulfilled",
  "cancelled",
  "refunded",
  "partially-refunded",
]);

export const ordersContract = {
  /**
   * Reads a file of online orders. With `dryRun` nothing is kept and `diff` shows what would be.
   * An order is known by (source, external id); a payload that is not newer changes nothing.
   */
  "orders.importFile": call({
    access: "job",
    input: z.object({
      requestId: Id,
      path: FilePath,
      format: z.string().max(40).optional(),
      mapping: Mapping.optional(),
      dryRun: z.boolean().optional(),
      /** How dates such as 03/04/2026 are meant, where the file itself does not tell. */
      dateOrder: DateOrder.optional(),
      /** Where the rejected rows are written; absent: beside the shop's data. */
      rejectsPath: FilePath.optional(),
    }),
    output: z.object({
      importId: Id,
      format: z.string(),
      source: z.string().optional(),
      rows: z.int(),
      orders: z.int(),
      created: z.int(),
      updated: z.int(),
      unchanged: z.int(),
      rejected: z.int(),
      customersCreated: z.int(),
      customersMatched: z.int(),
      /** Orders whose buyer the file hides, or of whom it says nothing. */
      withoutCustomer: z.int().optional(),
      rejectsPath: z.string().optional(),
      /** How the file's dates were read, and who said so. */
      dates: z
        .object({
          order: DateOrder.optional(),
          by: z.enum(["given", "file", "assumed", "nobody"]),
          example: z.string(),
        })
        .optional(),
      rejects: z
        .array(
          z.object({
            row: z.int(),
            reason: z.looseObject({ kind: z.string() }),
            text: z.string().optional(),
          }),
        )
        .optional(),
      diff: z
        .array(
          z.object({
            externalId: z.string(),
            number: z.string(),
            change: z.enum(["create", "update", "unchanged"]),
            placedAtMs: AtMs,
            state: z.string(),
            previousState: z.string().optional(),
            totalMinor: Minor,
            customer: z.object({
              kind: z.enum(["matched", "new", "doubtful", "none"]),
              customerId: Id.optional(),
              name: z.string().optional(),
              evidence: z.array(z.looseObject({ field: z.string() })).optional(),
            }),
          }),
        )
        .optional(),
    }),
    refusal: z.discriminatedUnion("kind", [
      refusal("FileUnreadable", { why: z.string() }),
      refusal("FileTooLarge", { limitBytes: z.int() }),
      refusal("FormatUnknown", {
        headers: z.array(z.string()).optional(),
        proposedMapping: z.unknown().optional(),
      }),
      refusal("EncodingUnknown"),
      refusal("MappingInvalid", {
        why: z.string(),
        // What no column was chosen for, and the chosen columns that are not in the file.
        missing: z.array(z.string()).optional(),
        absent: z.array(z.string()).optional(),
      }),
      refusal("ImportRunning"),
    ]),
  }),

  /** Takes back all that one import made or changed; orders changed again since stay as they are. */
  "orders.undoImport": call({
    access: "job",
    role: "manager",
    input: z.object({ requestId: Id, importId: Id }),
    output: z.object({ removed: z.int(), restored: z.int(), kept: z.int() }),
    refusal: z.discriminatedUnion("kind", [refusal("ImportUnknown"), refusal("ImportUndone")]),
  }),

  "orders.list": call({
    access: "read",
    input: z.object({
      source: Text(40).optional(),
      state: OrderState.optional(),
      customerId: Id.optional(),
      limit: Limit,
      next: z.string().max(200).optional(),
    }),
    output: z.object({
      orders: z.array(
        z.object({
          source: z.string(),
          externalId: z.string(),
          number: z.string(),
          atMs: AtMs,
          state: OrderState,
          totalMinor: Minor,
          currency: z.string(),
          customerId: Id.optional(),
          customerName: z.string().optional(),
          lines: z.array(
            z.object({
              sku: z.string().optional(),
              name: z.string(),
              quantity: z.int(),
              unitPriceMinor: Minor,
              totalMinor: Minor,
            }),
          ),
        }),
      ),
      next: z.string().optional(),
    }),
    refusal: NoRefusal,
  }),

  /** The imports made so far, newest first. */
  "orders.imports": call({
    access: "read",
    input: z.object({ limit: Limit, next: Next }),
    output: z.object({
      imports: z.array(
        z.object({
          importId: Id,
          fileName: z.string(),
          format: z.string(),
          atMs: AtMs,
          orders: z.int(),
          created: z.int(),
          updated: z.int(),
          rejected: z.int(),
          /** False: it was cut off or still runs; asked for again with its request it goes on. */
          finished: z.boolean(),
          undone: z.boolean(),
        }),
      ),
      next: Next,
    }),
    refusal: NoRefusal,
  }),
};
