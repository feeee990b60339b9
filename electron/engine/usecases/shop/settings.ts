import { ok } from "../../../../shared/kernel/result.ts";
import { findSettings } from "../../repositories/shop.ts";
import { record, type UseCase } from "../context.ts";

export const showSettings: UseCase<"shop.settings"> = ({ db }) => ok(findSettings(db));

/** Changes what is named and nothing else; counts from now on. */
export const setSettings: UseCase<"shop.setSettings"> = (
  context,
  { requestId: _, ...settings },
) => {
  record(context, { kind: "shop.settings-changed", ...settings });
  context.kept.settings = undefined;
  return ok({});
};
