import type { Output } from "../../../../shared/contract/index.ts";
import { err } from "../../../../shared/kernel/result.ts";
import { findShop } from "../../repositories/shop.ts";
import { findKnownAnswer } from "../answerOnce.ts";
import type { UseCase } from "../context.ts";
import { bringBackup } from "./bringBackup.ts";

/** Puts a backup in the place of the shop. */
export const restoreBackup: UseCase<"backup.restore"> = (context, input) =>
  bringBackup(context, { method: "backup.restore", input }, input);

/** Opens a backup as the shop of a computer that has none yet. */
export const setUpFromBackup: UseCase<"shop.setUpFromBackup"> = (context, input) => {
  const request = { method: "shop.setUpFromBackup", input };
  const known = findKnownAnswer<Output<"shop.setUpFromBackup">>(context, request);
  if (known) return known;
  return findShop(context.db)
    ? err({ kind: "AlreadySetUp" })
    : bringBackup(context, request, input);
};
