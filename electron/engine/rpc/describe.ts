import { z } from "zod";
import { CommonRefusal, contract } from "../../../shared/contract/index.ts";
import { ok } from "../../../shared/kernel/result.ts";
import { schemaVersion } from "../db/migrate.ts";
import type { UseCase } from "../usecases/context.ts";

/** The whole contract as JSON Schemas: what an outside program needs to know. */
export const describeEngine: UseCase<"engine.describe"> = (context) =>
  ok({
    version: context.version,
    schemaVersion: schemaVersion(context.db),
    methods: Object.entries(contract).map(([name, spec]) => ({
      name,
      access: spec.access,
      role: spec.role,
      input: schemaOf(spec.input, "input"),
      output: schemaOf(spec.output, "output"),
      refusals: eachOnce([...refusalsOf(spec.refusal), ...refusalsOf(CommonRefusal)]),
    })),
  });

const schemaOf = (schema: z.ZodType, io: "input" | "output"): unknown =>
  z.toJSONSchema(schema, { io, unrepresentable: "any" });

const refusalsOf = (schema: z.ZodType): readonly unknown[] => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: "output", unrepresentable: "any" });
  return json.oneOf ?? json.anyOf ?? ("not" in json ? [] : [json]);
};

/** Some calls name a refusal of their own that any call may give. */
const eachOnce = (refusals: readonly unknown[]): readonly unknown[] => [
  ...new Map(refusals.map((refusal) => [JSON.stringify(refusal), refusal])).values(),
];
