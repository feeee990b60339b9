import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Identity } from "../../../shared/domain/identity/identity.ts";
import {
  type MatchCandidate,
  matchDecision,
  type Person,
} from "../../../shared/domain/identity/matchDecision.ts";

const phone: Identity = { kind: "phone", value: "+84912345678" };
const email: Identity = { kind: "email", value: "ha@gmail.com" };
const card: Identity = { kind: "card", value: "QN-1" };
const otherCard: Identity = { kind: "card", value: "QN-2" };
const account: Identity = { kind: "shop", value: "shopify:1" };

const ha: MatchCandidate = {
  customerId: "c1",
  name: "Nguyễn Thị Thu Hà",
  identities: [phone, email, card, account],
  birthday: "1990-05-12",
};

const person = (name: string, identities: readonly Identity[], birthday?: string): Person => ({
  name,
  identities,
  birthday,
});

test.each([
  ["same phone, same name", person("Thu Hà", [phone]), "link"],
  ["same phone, masked name", person("T** H*", [phone]), "link"],
  ["same phone, no name", person("", [phone]), "link"],
  ["same e-mail, same name", person("thu ha", [email]), "link"],
  ["same phone, a relative's name", person("Trần Văn Nam", [phone]), "review"],
  ["same e-mail, a colleague's name", person("Trần Văn Nam", [email]), "review"],
  ["same phone and e-mail, another name", person("Trần Văn Nam", [phone, email]), "review"],
  ["same phone, a similar name", person("Nguyễn Thu Hạ", [phone]), "review"],
  ["same phone and e-mail, a similar name", person("Nguyễn Thu Hạ", [phone, email]), "link"],
  ["same phone and birthday, a similar name", person("Nguyễn Thu Hạ", [phone], "--05-12"), "link"],
  ["same card, another name", person("Trần Văn Nam", [card]), "link"],
  ["same account, another name", person("Trần Văn Nam", [account]), "link"],
  ["same phone and name, another card", person("Thu Hà", [phone, otherCard]), "review"],
  ["same phone and name, another birthday", person("Thu Hà", [phone], "1962-01-02"), "review"],
  ["same account, another birthday", person("Thu Hà", [account], "1962-01-02"), "review"],
  ["same phone, another card and name", person("Trần Văn Nam", [phone, otherCard]), "new"],
  ["same name only", person("Nguyễn Thị Thu Hà", []), "new"],
  ["same name and birthday only", person("Nguyễn Thị Thu Hà", [], "1990-05-12"), "new"],
])("%s: %s → %s", (_case, someone, kind) => {
  expect(matchDecision(someone, [ha]).kind).toBe(kind);
});

test("a review says what speaks for and what against", () => {
  expect(matchDecision(person("Thu Hà", [phone, otherCard], "1962-01-02"), [ha])).toEqual({
    kind: "review",
    customerId: "c1",
    evidence: [
      { field: "phone", says: "same" },
      { field: "card", says: "different" },
      { field: "birthday", says: "different" },
      { field: "name", says: "same" },
    ],
  });
});

describe("with several candidates", () => {
  const family = { ...ha, customerId: "c0", name: "Trần Văn Nam", identities: [phone] };
  const twin = { ...ha, customerId: "c2", identities: [phone] };
  const byMail = { ...ha, customerId: "c3", identities: [email] };

  test("the one whose name agrees is linked, not the family's other record", () => {
    const decision = matchDecision(person("Thu Hà", [phone]), [family, ha]);
    expect(decision).toEqual({ kind: "link", customerId: "c1" });
  });

  test("a card decides over a shared phone", () => {
    const decision = matchDecision(person("Thu Hà", [phone, card]), [twin, ha]);
    expect(decision).toEqual({ kind: "link", customerId: "c1" });
  });

  test("of two records of one person the older is linked", () => {
    const older = { ...ha, customerId: "b9", identities: [phone] };
    const decision = matchDecision(person("Thu Hà", [phone]), [twin, older]);
    expect(decision).toEqual({ kind: "link", customerId: "b9" });
  });

  test("a phone of one and an e-mail of another are for a human to decide", () => {
    const decision = matchDecision(person("Thu Hà", [phone, email]), [twin, byMail]);
    expect(decision).toMatchObject({ kind: "review", customerId: "c2" });
  });
});

test("the order of candidates decides nothing, and nobody is linked without something in common", () => {
  const identities = fc.subarray([phone, email, card, otherCard, account]);
  const name = fc.constantFrom("Thu Hà", "Nguyễn Thị Thu Hà", "Trần Nam", "Thu Hạ", "");
  const birthday = fc.constantFrom(undefined, "1990-05-12", "--05-12", "2001-01-01");
  const someone = fc.record({ name, identities, birthday });
  const candidates = fc
    .array(someone, { maxLength: 4 })
    .map((list) => list.map((each, at) => ({ ...each, customerId: `c${at}` })));
  fc.assert(
    fc.property(someone, candidates, (each, known) => {
      const decision = matchDecision(each, known);
      expect(matchDecision(each, known.toReversed())).toEqual(decision);
      if (decision.kind === "new") return;
      const chosen = known.find(({ customerId }) => customerId === decision.customerId);
      const shares = chosen?.identities.some((identity) => each.identities.includes(identity));
      expect(shares).toBe(true);
    }),
  );
});
