import { err, ok } from "../../../../shared/kernel/result.ts";
import { findCustomer } from "../../repositories/customers.ts";
import { findProduct } from "../../repositories/products.ts";
import { record, type UseCase } from "../context.ts";

/** Notes that this person does not want to be offered this now. */
export const dismissSuggestion: UseCase<"suggestion.dismiss"> = (context, { customerId, sku }) => {
  if (!findCustomer(context.db, customerId)) return err({ kind: "CustomerUnknown" });
  if (!findProduct(context.db, sku)) return err({ kind: "ProductUnknown", sku });
  record(context, { kind: "suggestion.dismissed", customerId, sku, atMs: context.clock.nowMs() });
  return ok({});
};
