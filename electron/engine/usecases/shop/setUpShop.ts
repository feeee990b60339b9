import type { Output, Refusal } from "../../../../shared/contract/index.ts";
import { vietnamStandardRates } from "../../../../shared/domain/catalog/taxRate.ts";
import { phoneCountryOf } from "../../../../shared/domain/identity/phoneCountry.ts";
import { defaultLoyaltyRules } from "../../../../shared/domain/loyalty/loyaltyRules.ts";
import { err, ok } from "../../../../shared/kernel/result.ts";
import { isCurrency } from "../../../../shared/money/currency.ts";
import { findShop } from "../../repositories/shop.ts";
import { answerOnce } from "../answerOnce.ts";
import { audit, type Context, record, type UseCase } from "../context.ts";
import { hashPin } from "./pin.ts";
import { openSession } from "./sessions.ts";

/** Makes the shop, its register and its owner, and signs the owner in. */
export const setUpShop: UseCase<"shop.setup"> = (context, input) => {
  // What is made now would be replaced a moment later.
  if (context.restore.isUnderWay) return err({ kind: "StorageFailed", why: "busy" });
  const answer = answerOnce<Made, SetUpRefusal>(context, { method: "shop.setup", input }, () => {
    if (findShop(context.db)) return err({ kind: "AlreadySetUp" });
    if (!isCurrency(input.currency)) {
      return err({ kind: "CurrencyUnknown", currency: input.currency });
    }
    if (!isTimezone(input.timezone)) {
      return err({ kind: "TimezoneUnknown", timezone: input.timezone });
    }
    return ok(makeShop(context, input));
  });
  if (!answer.ok) return answer;
  const { staffId } = answer.value;
  const sessionToken = openSession(context, { staffId, name: input.ownerName, role: "owner" });
  return ok({ ...answer.value, sessionToken });
};

type SetUpRefusal = Refusal<"shop.setup">;
type Made = Pick<Output<"shop.setup">, "shopId" | "registerId" | "staffId">;

const makeShop = (context: Context, input: Parameters<typeof setUpShop>[1]) => {
  const { ids, clock } = context;
  const [shopId, registerId, staffId] = [ids.newId(), ids.newId(), ids.newId()];
  const country = phoneCountryOf(input);
  const createdAtMs = clock.nowMs();
  record(context, {
    kind: "shop.made",
    shopId,
    registerId,
    registerLetter: "Q1",
    name: input.name,
    phone: input.phone,
    address: input.address,
    currency: input.currency,
    timezone: input.timezone,
    locale: input.locale,
    country,
    taxMode: input.taxMode ?? "inclusive",
    cashRoundingMinor: input.cashRoundingMinor ?? (input.currency === "VND" ? 1_000 : 0),
    loyaltyRules: defaultLoyaltyRules(input.currency),
    taxRates: country === "VN" ? vietnamStandardRates : [],
    createdAtMs,
  });
  const { ownerName: name, ownerPin } = input;
  const pinHash = hashPin(ownerPin, context.randomBytes(16));
  record(context, { kind: "staff.made", staffId, name, role: "owner", pinHash, createdAtMs });
  audit(context, "shop.setup", shopId);
  return { shopId, registerId, staffId };
};

/**
 * A name that the system can tell the day by. Its own list of names leaves out many that are in use:
 * it has Asia/Rangoon and Europe/Kiev. A bare offset is no place, and keeps no summer time.
 */
const isTimezone = (timezone: string): boolean => {
  if (!/^[A-Za-z]/.test(timezone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: timezone });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};
