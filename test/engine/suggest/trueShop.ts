import type { Offer } from "../../../shared/domain/coupon/offer.ts";
import { codeOf, couponedShop, TODAY } from "./couponedShop.ts";

export const PERIOD_DAYS = 21;
export const OFFER: Offer = { kind: "amount", amountMinor: 10_000 };
const PAST_CAMPAIGNS = 4;
const HELD_OUT = 0.25;
const PAST_DAYS = 240;

/** What nobody in the shop knows: how often somebody comes, and what a coupon does to them. */
export type Truth = {
  readonly customerId: string;
  readonly visitsADay: number;
  /** The chance that who was not to come comes because of the coupon. */
  readonly moved: number;
  /** The chance that who was to come stays away because of the coupon. */
  readonly putOff: number;
  /** The chance that who comes uses it. */
  readonly uses: number;
};

type Kind = Omit<Truth, "customerId">;

const kinds: readonly { readonly share: number; readonly kind: Kind }[] = [
  { share: 0.3, kind: { visitsADay: 1 / 10, moved: 0.02, putOff: 0, uses: 0.6 } },
  { share: 0.25, kind: { visitsADay: 1 / 45, moved: 0.45, putOff: 0, uses: 0.8 } },
  { share: 0.2, kind: { visitsADay: 1 / 16, moved: 0, putOff: 0.35, uses: 0.3 } },
  { share: 0.25, kind: { visitsADay: 1 / 40, moved: 0.02, putOff: 0, uses: 0.1 } },
];

/** A shop whose customers' truth is known, with campaigns behind it that held some out. */
export const trueShop = (seed: number, size: number) => {
  const draw = randomOf(seed);
  const shop = couponedShop();
  const truths = Array.from({ length: size }, (_, at) => truthOf(`c${at}`, draw));
  shop.db.exec("BEGIN");
  for (const { customerId } of truths) shop.meet(customerId);
  const starts = Array.from(
    { length: PAST_CAMPAIGNS },
    (_, at) => TODAY - (PAST_CAMPAIGNS - at) * 40,
  );
  for (const [at, startDay] of starts.entries()) {
    const drawn = truths.map(({ customerId }) => ({ customerId, isOut: draw() < HELD_OUT }));
    const ids = (isOut: boolean) =>
      drawn.filter((one) => one.isOut === isOut).map(({ customerId }) => customerId);
    const endDay = startDay + PERIOD_DAYS - 1;
    const arms = { issued: ids(false), heldOut: ids(true) };
    shop.issue({ campaignId: `k${at}`, offer: OFFER, startDay, endDay, ...arms });
    const issued = new Set(arms.issued);
    for (const truth of truths) {
      if (issued.has(truth.customerId)) liveWithCoupon(truth, `k${at}`, startDay);
      else live(truth, startDay, endDay);
    }
  }
  for (const truth of truths) {
    live(truth, TODAY - PAST_DAYS, (starts[0] ?? TODAY) - 1);
    for (const startDay of starts) live(truth, startDay + PERIOD_DAYS, startDay + 39);
  }
  shop.db.exec("COMMIT");
  return { ...shop, truths, draw };

  function live({ customerId, visitsADay }: Truth, from: number, to: number): readonly number[] {
    const days: number[] = [];
    for (let day = from; day <= to; day += 1) if (draw() < visitsADay) days.push(day);
    for (const day of days) shop.sell({ customerId, day });
    return days;
  }

  function liveWithCoupon(truth: Truth, campaignId: string, startDay: number): void {
    const { customerId, visitsADay, moved, putOff, uses } = truth;
    const code = codeOf(campaignId, customerId);
    let days = Array.from({ length: PERIOD_DAYS }, (_, at) => startDay + at).filter(
      () => draw() < visitsADay,
    );
    const isMoved = days.length === 0 && draw() < moved;
    if (draw() < putOff) days = [];
    if (isMoved) days = [startDay + Math.floor(draw() * PERIOD_DAYS)];
    const isUsed = isMoved || draw() < uses;
    for (const [at, day] of days.entries()) {
      shop.sell({ customerId, day, ...(at === 0 && isUsed ? { code } : {}) });
    }
  }
};

const truthOf = (customerId: string, draw: () => number): Truth => {
  let left = draw();
  const found = kinds.find(({ share }) => {
    left -= share;
    return left < 0;
  });
  const kind = (found ?? kinds[0])?.kind;
  if (!kind) throw new Error("there is no kind of customer");
  const noise = () => Math.exp(0.8 * (draw() + draw() - 1));
  return {
    customerId,
    visitsADay: kind.visitsADay * noise(),
    moved: Math.min(0.9, kind.moved * noise()),
    putOff: Math.min(0.9, kind.putOff * noise()),
    uses: Math.min(0.9, kind.uses * noise()),
  };
};

/** What a coupon truly brings with this customer, in expectation. */
export const trueGain = (
  { visitsADay, moved, putOff, uses }: Truth,
  { marginMinor, discountMinor }: { readonly marginMinor: number; readonly discountMinor: number },
): number => {
  const anyway = 1 - (1 - visitsADay) ** PERIOD_DAYS;
  const because = (1 - anyway) * moved;
  const stays = anyway * (1 - putOff);
  const redeemed = because + stays * uses;
  return (because + stays - anyway) * marginMinor - redeemed * discountMinor;
};

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
const randomOf = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};
