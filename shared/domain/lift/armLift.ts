import { type ArmStats, type Arms, checkedArms, type MeasureSums } from "./armStats.ts";
import { meanDifference, type Side } from "./difference.ts";
import { differenceBounds, type Estimate, estimateOf } from "./estimate.ts";
import type { Evidence } from "./evidence.ts";
import { type Bounds, rateDifference } from "./rateDifference.ts";
import { type Verdict, verdictOn } from "./verdict.ts";

/** What one group did more than another one of the same lot, that got nothing or something else. */
export type ArmLift = {
  /** What one customer of the group brought more than one of the other. */
  readonly perCustomer: {
    readonly spendMinor: Estimate | undefined;
    readonly marginMinor: Estimate | undefined;
    readonly visitsMilli: Estimate | undefined;
    readonly buyRateBps: Estimate | undefined;
  };
  /** The same times the group's customers: what the offer brought in all. */
  readonly total: {
    readonly spendMinor: Estimate | undefined;
    readonly marginMinor: Estimate | undefined;
    readonly visits: Estimate | undefined;
    readonly buyers: Estimate | undefined;
  };
  /** What the verdict is about: the margin where it is known, else the spend. */
  readonly basis: "margin" | "spend";
  readonly verdict: Verdict;
};

export type Asked = {
  readonly arms: Arms;
  /** How many customers the shop could ever draw: to need more is to be too small to tell. */
  readonly mostCustomers?: number | undefined;
};

/** An estimate is missing while too few have bought for the play of chance to be known at all. */
export const armLift = ({ arms, mostCustomers }: Asked, evidence: Evidence): ArmLift => {
  const { customers } = checkedArms(arms).issued;
  const spend = differenceIn(arms, (arm) => arm.spendMinor);
  const margin = differenceIn(
    arms,
    (arm) => arm.marginMinor,
    (arm) => arm.spendMinor,
  );
  const visits = differenceIn(arms, (arm) => arm.visits);

  const scaled = (bounds: Bounds | undefined, scale: number) =>
    bounds && estimateOf(bounds, evidence, scale);
  const estimates = (scale: Scale) => ({
    spendMinor: scaled(differenceBounds(spend, evidence), scale.money),
    marginMinor: scaled(differenceBounds(margin, evidence), scale.money),
    visits: scaled(differenceBounds(visits, evidence), scale.visits),
    buyers: scaled(buyRateBounds(arms, evidence), scale.buyers),
  });
  const one = estimates({ money: 1, visits: 1_000, buyers: 10_000 });
  const all = estimates({ money: customers, visits: customers, buyers: customers });

  const basis = basisOf(arms);
  const difference = basis === "margin" ? margin : spend;
  const total = ofBasis(basis, all);
  const worthMinor = usualWorthMinor(arms);
  return {
    perCustomer: {
      spendMinor: one.spendMinor,
      marginMinor: one.marginMinor,
      visitsMilli: one.visits,
      buyRateBps: one.buyers,
    },
    total: all,
    basis,
    verdict: verdictOn({ arms, difference, total, worthMinor, mostCustomers }, evidence),
  };
};

/** What it brought in all, of its basis; nothing while too few have bought to say. */
export const basisTotal = ({ total, basis }: ArmLift): Pick<Estimate, "value" | "low" | "high"> =>
  ofBasis(basis, total) ?? { value: 0, low: 0, high: 0 };

/** Of `estimates` the one that the verdict is about. */
export const ofBasis = (
  basis: ArmLift["basis"],
  estimates: Pick<ArmLift["total"], "spendMinor" | "marginMinor">,
): Estimate | undefined => (basis === "margin" ? estimates.marginMinor : estimates.spendMinor);

type Scale = { readonly money: number; readonly visits: number; readonly buyers: number };

type SumsOf = (arm: ArmStats) => MeasureSums | undefined;

/** Undefined also where a group does not know the measure. */
const differenceIn = ({ issued, heldOut }: Arms, sumsOf: SumsOf, sizesOf = sumsOf) => {
  const [left, right] = [sideOf(issued, sumsOf, sizesOf), sideOf(heldOut, sumsOf, sizesOf)];
  return left && right && meanDifference({ left, right });
};

const sideOf = (arm: ArmStats, sumsOf: SumsOf, sizesOf: SumsOf): Side | undefined => {
  const sums = sumsOf(arm);
  const sizeSum = sizesOf(arm)?.sum ?? 0n;
  return sums && { units: arm.customers, active: arm.buyers, sums, sizeSum };
};

const buyRateBounds = ({ issued, heldOut }: Arms, { z }: Evidence): Bounds | undefined =>
  issued.customers > 0 && heldOut.customers > 0
    ? rateDifference(
        { hits: issued.buyers, units: issued.customers },
        { hits: heldOut.buyers, units: heldOut.customers },
        z,
      )
    : undefined;

const basisOf = ({ issued }: Arms): ArmLift["basis"] => (issued.marginMinor ? "margin" : "spend");

/** What is worth the trouble, up or down: a twentieth of what the group brings anyway. */
export const USUAL_WORTH_BPS = 500;

const usualWorthMinor = ({ issued, heldOut }: Arms): number => {
  const customers = issued.customers + heldOut.customers;
  const brought = (arm: ArmStats) => Number((arm.marginMinor ?? arm.spendMinor).sum);
  const each = customers === 0 ? 0 : (brought(issued) + brought(heldOut)) / customers;
  return Math.max(1, Math.round((Math.abs(each) * issued.customers * USUAL_WORTH_BPS) / 10_000));
};
