import { birthdaysConflict } from "../customer/birthday.ts";
import type { Identity, IdentityKind } from "./identity.ts";
import { nameAgreement } from "./nameAgreement.ts";

/** Someone who stands at the till or in an order: what is known, every identity normalised. */
export type Person = {
  readonly name: string;
  readonly identities: readonly Identity[];
  readonly birthday?: string | undefined;
};

export type MatchCandidate = Person & { readonly customerId: string };

/** One reason for or against "the same person"; the screen has the words for it. */
export type MatchEvidence = {
  readonly field: IdentityKind | "name" | "birthday";
  readonly says: "same" | "similar" | "different";
};

export type MatchDecision =
  | { readonly kind: "link"; readonly customerId: string }
  | {
      readonly kind: "review";
      readonly customerId: string;
      readonly evidence: readonly MatchEvidence[];
    }
  | { readonly kind: "new" };

/**
 * Which of `candidates` is `person`, by the rules in README.md: an identity in common links unless
 * something speaks against it. Rather a duplicate than a wrong merge; doubt goes to a human.
 */
export const matchDecision = (
  person: Person,
  candidates: readonly MatchCandidate[],
): MatchDecision => {
  const ranked = candidates
    .map((candidate) => weigh(person, candidate))
    .filter((match) => match.shared.length > 0 && match.verdict !== "new")
    .sort(byStrength);
  const [best, second] = ranked;
  if (!best) return { kind: "new" };
  if (best.verdict === "review" || (second && pointsElsewhere(best, second))) {
    return { kind: "review", customerId: best.customerId, evidence: best.evidence };
  }
  return { kind: "link", customerId: best.customerId };
};

/** What speaks for and against `left` and `right` being one person, both of them known. */
export const matchEvidence = (left: Person, right: Person): readonly MatchEvidence[] => {
  const shared = sharedIdentities(left, right);
  const name = nameAgreement(left.name, right.name);
  return [
    ...shared.map(({ kind }) => ({ field: kind, says: "same" as const })),
    ...(cardsConflict(left, right) ? [{ field: "card" as const, says: "different" as const }] : []),
    ...birthdayEvidence(left, right),
    ...(name === "unknown" ? [] : [{ field: "name" as const, says: name }]),
  ];
};

type Match = {
  readonly customerId: string;
  readonly shared: readonly Identity[];
  readonly evidence: readonly MatchEvidence[];
  readonly verdict: MatchDecision["kind"];
  readonly strength: number;
};

const weigh = (person: Person, candidate: MatchCandidate): Match => {
  const shared = sharedIdentities(person, candidate);
  const evidence = matchEvidence(person, candidate);
  const verdict = verdictOf(shared, evidence);
  const strength =
    (verdict === "link" ? 1_000 : 0) + shared.filter(isOnesOwn).length * 100 + shared.length;
  return { customerId: candidate.customerId, shared, evidence, verdict, strength };
};

const verdictOf = (
  shared: readonly Identity[],
  evidence: readonly MatchEvidence[],
): MatchDecision["kind"] => {
  const name = evidence.find(({ field }) => field === "name")?.says;
  const isBlocked = evidence.some(({ field, says }) => field !== "name" && says === "different");
  if (isBlocked) return name === "different" ? "new" : "review";
  if (shared.some(isOnesOwn)) return "link";
  if (name === "different") return "review";
  return name === "similar" && countSame(evidence) < 2 ? "review" : "link";
};

const countSame = (evidence: readonly MatchEvidence[]): number =>
  evidence.filter(({ says }) => says === "same").length;

/** A card and an account have one owner; a phone or a mailbox may serve a family. */
const isOnesOwn = ({ kind }: Identity): boolean => kind === "card" || kind === "shop";

/** Of equals the older record wins: ids grow with time. */
const byStrength = (left: Match, right: Match): number =>
  right.strength - left.strength || (left.customerId < right.customerId ? -1 : 1);

/** Whether `second` has as good a claim, and by an identity that `best` has not. */
const pointsElsewhere = (best: Match, second: Match): boolean =>
  second.strength === best.strength &&
  second.shared.some((identity) => !best.shared.some((other) => isSame(identity, other)));

const isSame = (left: Identity, right: Identity): boolean =>
  left.kind === right.kind && left.value === right.value;

const sharedIdentities = (left: Person, right: Person): readonly Identity[] =>
  left.identities.filter((identity) => right.identities.some((other) => isSame(identity, other)));

const cardsConflict = (left: Person, right: Person): boolean => {
  const hasCard = ({ identities }: Person) => identities.some(({ kind }) => kind === "card");
  const sharesCard = sharedIdentities(left, right).some(({ kind }) => kind === "card");
  return hasCard(left) && hasCard(right) && !sharesCard;
};

const birthdayEvidence = (left: Person, right: Person): readonly MatchEvidence[] => {
  if (left.birthday === undefined || right.birthday === undefined) return [];
  const conflict = birthdaysConflict(left.birthday, right.birthday);
  return [{ field: "birthday", says: conflict ? "different" : "same" }];
};
