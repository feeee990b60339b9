import type { Input, Output } from "../../../../shared/contract/index.ts";
import type { Drawn } from "../../../../shared/domain/campaign/draw.ts";
import { couponCodeBytes, couponCodeFrom } from "../../../../shared/domain/coupon/couponCode.ts";
import { defined } from "../../../../shared/kernel/assert.ts";
import { err, ok, type Result } from "../../../../shared/kernel/result.ts";
import { inTransaction, inUnwaitedStep } from "../../db/stores.ts";
import { type CampaignRow, findCampaign, findMember } from "../../repositories/campaigns.ts";
import { isCodeTaken } from "../../repositories/coupons.ts";
import { keepAnswer } from "../answerOnce.ts";
import { type Answer, type Context, record, today, type UseCase } from "../context.ts";
import { pause } from "../pause.ts";
import { sealChosenFor } from "./chosenFor.ts";
import type { DrawAnswer } from "./drawReader.ts";
import { findHindrance } from "./plan.ts";
import { questionOf } from "./segmentQuestion.ts";

const STEP_MS = 20;
const MOST_MEMBERS_A_STEP = 500;

/**
 * Draws who is held out and gives everybody else codes of their own, as many as they may use, in
 * steps between which the till sells on. Its codes are good from the last step on. Cut in the middle
 * and asked again, it goes on: who was drawn stays drawn. Stopped in the middle, it ends and has given
 * nothing out.
 */
export const issueCampaign: UseCase<"campaign.issue"> = (context, input) => {
  // One after the other: who is reached by the one before is not reached too often by the next.
  const mine = context.issuing.last.then(() => issueAlone(context, input));
  context.issuing.last = Promise.allSettled([mine]);
  return mine;
};

const issueAlone = async (
  context: Context,
  input: Input<"campaign.issue">,
): Promise<Answer<"campaign.issue">> => {
  const campaign = findCampaign(context.db, input.campaignId);
  if (!campaign) return err({ kind: "CampaignUnknown" });
  if (campaign.issuedAtMs !== null) return err({ kind: "CampaignIssued" });
  if (campaign.stoppedAtMs !== null || campaign.toDay < today(context)) {
    return err({ kind: "CampaignOver" });
  }
  const hindrance = findHindrance(context.db, campaign);
  if (hindrance) return err(hindrance);
  const ending = { campaignId: campaign.campaignId, input };
  // Nobody is drawn from a list: each large enough purchase earns its coupon from now on.
  if (campaign.trigger === "next-purchase") return finish(context, { ...ending, skipped: [] });
  const question = questionOf(context, JSON.parse(campaign.segment));
  const draw = await context.worker.drawCampaign({ question, campaign, drawId: input.requestId });
  const total = draw.issued + draw.heldOut;
  if (total === 0 && campaign.drawnAtMs === null) {
    return err({ kind: "NobodyToIssueTo", skipped: [...draw.skipped] });
  }
  try {
    const written = await writeDraw(context, campaign, { total, requestId: input.requestId });
    if (!written.ok) return written;
  } finally {
    // Stopped, or cut off by the disk: the worker would keep who was drawn until the next start.
    await context.worker.takeDrawn({ drawId: input.requestId, from: total, count: 0 });
  }
  return finish(context, { ...ending, skipped: draw.skipped });
};

type Issued = Output<"campaign.issue">;

type Stopped = { readonly kind: "CampaignOver" };

type Ending = {
  readonly campaignId: string;
  readonly input: Input<"campaign.issue">;
  readonly skipped: Issued["skipped"] | DrawAnswer["skipped"];
};

/** With its answer in one transaction: asked again after a cut, it would else be told that it was issued before. */
const finish = (
  context: Context,
  { campaignId, input, skipped }: Ending,
): Result<Issued, Stopped> =>
  inTransaction(context.stores, () => {
    const now = defined(findCampaign(context.db, campaignId), "the campaign");
    if (now.stoppedAtMs !== null) return err({ kind: "CampaignOver" });
    record(context, { kind: "campaign.issued", campaignId, issuedAtMs: context.clock.nowMs() });
    const { issuedCount: issued, heldOutCount: heldOut } = now;
    const answer = { issued, heldOut, skipped: [...skipped] };
    keepAnswer(context, { method: "campaign.issue", input }, answer);
    return ok(answer);
  });

/** A step takes as many people as the last ones let it hope for: twenty milliseconds of the till's. */
const writeDraw = async (
  context: Context,
  campaign: CampaignRow,
  { total, requestId }: { readonly total: number; readonly requestId: string },
): Promise<Result<object, Stopped>> => {
  let size = 100;
  for (let done = 0; done < total; ) {
    const part = await context.worker.takeDrawn({
      drawId: requestId,
      from: done,
      count: size,
    });
    const startMs = context.monotonicMs();
    const step = inUnwaitedStep(context.stores, () => writePart(context, campaign, part));
    if (!step.ok) return step;
    const tookMs = Math.max(1, context.monotonicMs() - startMs);
    done += part.length;
    size = Math.max(10, Math.min(MOST_MEMBERS_A_STEP, Math.floor((size * STEP_MS) / (2 * tookMs))));
    context.connection.notify({ requestId, done, total, phase: "issue" });
    // A part that is at hand already is taken without a turn of anybody else's: fifteen steps went at once.
    await pause();
  }
  return ok({});
};

const writePart = (
  context: Context,
  campaign: CampaignRow,
  part: readonly Drawn[],
): Result<object, Stopped> => {
  const { campaignId, maxUsesPerCustomer } = campaign;
  if (findCampaign(context.db, campaignId)?.stoppedAtMs !== null) {
    return err({ kind: "CampaignOver" });
  }
  const fresh = part.filter(({ customerId }) => !findMember(context.db, campaignId, customerId));
  if (fresh.length === 0) return ok({});
  const atMs = context.clock.nowMs();
  const given = new Set<string>();
  const codesOfOne = () => {
    const codes = newCodes(context, maxUsesPerCustomer, given);
    for (const code of codes) given.add(code);
    return codes;
  };
  record(context, {
    kind: "campaign.drawn",
    campaignId,
    drawnAtMs: atMs,
    heldOut: fresh.filter(({ arm }) => arm === "held-out").map(({ customerId }) => customerId),
    issued: fresh
      .filter(({ arm }) => arm === "issued")
      .map(({ customerId, offerArm, reason }) => ({
        customerId,
        arm: offerArm,
        codes: codesOfOne(),
        sealedChosenFor: reason && sealChosenFor(context, customerId, { atMs, reason }),
      })),
  });
  return ok({});
};

/** Unguessable, and of nobody else: neither in the shop's file nor among those that go there together. */
export const newCodes = (
  context: Context,
  count: number,
  givenWith: ReadonlySet<string> = new Set(),
): readonly string[] => {
  const codes = new Set<string>();
  while (codes.size < count) {
    const code = couponCodeFrom(context.randomBytes(couponCodeBytes));
    if (!givenWith.has(code) && !isCodeTaken(context.db, code)) codes.add(code);
  }
  return [...codes];
};
