import type { Output } from "../../../../shared/contract/index.ts";
import { daysToBirthday } from "../../../../shared/domain/customer/birthday.ts";
import { counted } from "../../../../shared/kernel/counted.ts";
import { DAY_MS } from "../../../../shared/kernel/day.ts";
import type { OrderRow } from "../../repositories/orders.ts";
import { pointsBalance } from "../../repositories/points.ts";
import { type Context, localeOf, today } from "../context.ts";

type Alert = Output<"customer.profile">["alerts"][number];

const BIRTHDAY_DAYS = 7;
const OPEN_ORDER_MS = 21 * DAY_MS;

/** What matters about this person now: an order on its way, a birthday near, points owed. */
export const customerAlerts = (
  context: Context,
  { customerId, birthday, orders }: Known,
): readonly Alert[] => [
  ...openOrder(context, orders),
  ...birthdayNear(context, birthday),
  ...pointsOwed(context, customerId),
];

type Known = {
  readonly customerId: string;
  readonly birthday: string | undefined;
  /** Their last ones, newest first. */
  readonly orders: readonly OrderRow[];
};

const openOrder = (context: Context, orders: readonly OrderRow[]): readonly Alert[] => {
  const nowMs = context.clock.nowMs();
  const last = orders.find(
    ({ state, placedAtMs }) =>
      (state === "pending" || state === "paid") && nowMs - placedAtMs < OPEN_ORDER_MS,
  );
  if (!last) return [];
  const isVietnamese = localeOf(context) === "vi";
  const { number, source } = last;
  const text = isVietnamese
    ? `Đơn ${source} ${number} chưa giao xong`
    : `Order ${number} from ${source} is still open`;
  return [{ kind: "open-order", text, evidence: { number, source } }];
};

const birthdayNear = (context: Context, birthday: string | undefined): readonly Alert[] => {
  if (birthday === undefined) return [];
  const days = daysToBirthday(birthday, today(context));
  if (days > BIRTHDAY_DAYS) return [];
  const isVietnamese = localeOf(context) === "vi";
  const inDays = isVietnamese ? `sau ${days} ngày` : `in ${counted(days, "day")}`;
  const when = days === 0 ? (isVietnamese ? "hôm nay" : "today") : inDays;
  const text = isVietnamese ? `Sinh nhật ${when}` : `Birthday ${when}`;
  return [{ kind: "birthday", text, evidence: { days } }];
};

const pointsOwed = (context: Context, customerId: string): readonly Alert[] => {
  const { balance } = pointsBalance(context.db, customerId);
  if (balance >= 0) return [];
  const owed = Math.abs(balance);
  const text =
    localeOf(context) === "vi" ? `Đang âm ${owed} điểm` : `${counted(owed, "point")} owed`;
  return [{ kind: "points-owed", text, evidence: { points: owed } }];
};
