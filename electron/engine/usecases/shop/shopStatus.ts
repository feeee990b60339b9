import { keyOnPaper } from "../../../../shared/kernel/recoveryKey.ts";
import { err, ok } from "../../../../shared/kernel/result.ts";
import { schemaVersion } from "../../db/migrate.ts";
import { findOwnRegister, findShop } from "../../repositories/shop.ts";
import { findStaffByName, listStaffNames } from "../../repositories/staff.ts";
import { record, type UseCase } from "../context.ts";
import { hashPin } from "./pin.ts";

export const showShopStatus: UseCase<"shop.status"> = (context) => {
  const shop = findShop(context.db);
  const base = { configured: shop !== undefined, schemaVersion: schemaVersion(context.db) };
  const register = findOwnRegister(context.db);
  if (!shop || !register) return ok(base);
  return ok({
    ...base,
    name: shop.name,
    currency: shop.currency,
    timezone: shop.timezone,
    shopId: shop.shopId,
    registerId: register.registerId,
    locale: shop.locale,
    taxMode: shop.taxMode,
    cashRoundingMinor: shop.cashRoundingMinor,
    ...(shop.phone === null ? {} : { phone: shop.phone }),
    ...(shop.address === null ? {} : { address: shop.address }),
    staffNames: [...listStaffNames(context.db)],
    isDemo: shop.isDemo,
  });
};

/** The data key in groups that a person can copy from paper. */
export const showRecoveryKey: UseCase<"shop.recoveryKey"> = (context) =>
  ok({ recoveryKey: keyOnPaper(context.stores.keyHex) });

export const createStaff: UseCase<"staff.create"> = (context, { name, role, pin }) => {
  if (findStaffByName(context.db, name)) return err({ kind: "StaffNameTaken", name });
  const staffId = context.ids.newId();
  const pinHash = hashPin(pin, context.randomBytes(16));
  const createdAtMs = context.clock.nowMs();
  record(context, { kind: "staff.made", staffId, name, role, pinHash, createdAtMs });
  return ok({ staffId });
};
