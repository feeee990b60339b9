import { EngineFailure } from "../../../shared/contract/shell.ts";
import { storageFaultKind } from "../db/faults.ts";

/** Why the shop could not be opened, in the words that the window's process knows. */
export const openFailure = (error: unknown) => ({
  kind: "failed" as const,
  reason: EngineFailure.safeParse(storageFaultKind(error)).data ?? "other",
  message: error instanceof Error ? error.message : String(error),
});
