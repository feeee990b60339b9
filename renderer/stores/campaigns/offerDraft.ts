import type { Offer as DomainOffer } from "../../../shared/domain/coupon/offer.ts";
import type { Told } from "../../rpc/answer.ts";
import { turned } from "../turnedFigures.ts";
import {
  isUnreadable,
  type ReadMoney,
  readScaled,
  type WriteFigures,
  writeAmount,
  writeScaled,
} from "./typedFigures.ts";

/** Both what the rules know and what the wire takes, whose lists may be written to. */
export type Offer = DomainOffer & {
  readonly scope?: { readonly categories?: string[]; readonly skus?: string[] };
};
export type OfferKind = Offer["kind"];
export type ScopeKind = "basket" | "categories" | "skus";

/** An offer as it stands in the fields. */
export type OfferDraft = {
  readonly kind: OfferKind;
  readonly rate: string;
  readonly cap: string;
  readonly amount: string;
  readonly multiplier: string;
  readonly giftSku: string;
  readonly scopeKind: ScopeKind;
  readonly categories: readonly string[];
  readonly skus: readonly string[];
  readonly minimum: string;
  readonly isExclusive: boolean;
};

export type OfferProblem = keyof OfferDraft;

export const newOffer: OfferDraft = {
  kind: "percent",
  rate: "10",
  cap: "",
  amount: "",
  multiplier: "2",
  giftSku: "",
  scopeKind: "basket",
  categories: [],
  skus: [],
  minimum: "",
  isExclusive: false,
};

/** The offer that the fields describe; `undefined` while its figure cannot be read. */
export const offerOf = (draft: OfferDraft, readMoney: ReadMoney): Offer | undefined => {
  const terms = offerTerms(draft, readMoney);
  switch (draft.kind) {
    case "percent": {
      const rateBps = readScaled(draft.rate, 2);
      const maxDiscountMinor = readMoney(draft.cap);
      if (rateBps === undefined || rateBps < 1 || rateBps > 10_000) return undefined;
      const cap = maxDiscountMinor ? { maxDiscountMinor } : {};
      return { kind: "percent", rateBps, ...cap, ...terms };
    }
    case "amount": {
      const amountMinor = readMoney(draft.amount);
      return amountMinor ? { kind: "amount", amountMinor, ...terms } : undefined;
    }
    case "points": {
      const multiplierBps = readScaled(draft.multiplier, 4);
      if (multiplierBps === undefined || multiplierBps <= 10_000 || multiplierBps > 100_000) {
        return undefined;
      }
      return { kind: "points", multiplierBps, ...terms };
    }
    case "gift": {
      const sku = draft.giftSku.trim();
      return sku === "" ? undefined : { kind: "gift", sku, ...terms };
    }
  }
};

/** The fields that have to be filled in or read differently. */
export const offerProblems = (draft: OfferDraft, readMoney: ReadMoney): readonly OfferProblem[] => {
  const { kind, scopeKind, categories, skus, cap, minimum } = draft;
  const fields: readonly (readonly [OfferProblem, boolean])[] = [
    [fieldOfKind[kind], offerOf(draft, readMoney) === undefined],
    ["categories", scopeKind === "categories" && categories.length === 0],
    ["skus", scopeKind === "skus" && skus.length === 0],
    // A ceiling of nothing would make a coupon that is worth nothing.
    ["cap", kind === "percent" && (isUnreadable(cap, readMoney) || readMoney(cap) === 0)],
    ["minimum", isUnreadable(minimum, readMoney)],
  ];
  return fields.flatMap(([field, isWrong]) => (isWrong ? [field] : []));
};

const fieldOfKind = {
  percent: "rate",
  amount: "amount",
  points: "multiplier",
  gift: "giftSku",
} as const satisfies Record<OfferKind, OfferProblem>;

/** The fields that show `offer`. */
export const offerDraftOf = (
  offer: Told<"campaign.create">["offer"],
  write: WriteFigures,
): OfferDraft => {
  const { skus = [], categories = [] } = offer.scope ?? {};
  const draft: OfferDraft = {
    ...newOffer,
    kind: offer.kind,
    skus,
    categories,
    scopeKind: scopeKindOf(skus, categories),
    minimum: writeAmount(offer.minimumSpendMinor, write),
    isExclusive: offer.exclusive === true,
  };
  switch (offer.kind) {
    case "percent":
      return {
        ...draft,
        rate: writeScaled(offer.rateBps, 2, write),
        cap: writeAmount(offer.maxDiscountMinor, write),
      };
    case "amount":
      return { ...draft, amount: write.amount(offer.amountMinor) };
    case "points":
      return { ...draft, multiplier: writeScaled(offer.multiplierBps, 4, write) };
    case "gift":
      return { ...draft, giftSku: offer.sku };
  }
};

/** The same offer, its figures as the other language of the window types them. */
export const turnedOffer = (draft: OfferDraft): OfferDraft => ({
  ...draft,
  rate: turned(draft.rate),
  cap: turned(draft.cap),
  amount: turned(draft.amount),
  multiplier: turned(draft.multiplier),
  minimum: turned(draft.minimum),
});

const scopeKindOf = (skus: readonly string[], categories: readonly string[]): ScopeKind => {
  if (skus.length > 0) return "skus";
  return categories.length > 0 ? "categories" : "basket";
};

const offerTerms = (draft: OfferDraft, readMoney: ReadMoney) => {
  const { scopeKind, categories, skus, minimum, isExclusive } = draft;
  const minimumSpendMinor = readMoney(minimum);
  return {
    ...(scopeKind === "categories" &&
      categories.length > 0 && { scope: { categories: [...categories] } }),
    ...(scopeKind === "skus" && skus.length > 0 && { scope: { skus: [...skus] } }),
    ...(minimumSpendMinor !== undefined && { minimumSpendMinor }),
    ...(isExclusive && { exclusive: true as const }),
  };
};
