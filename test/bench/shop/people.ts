import { vietnameseName } from "../../../electron/engine/demo/people/names.ts";
import { mobileNumber, typedPhone } from "../../../electron/engine/demo/people/phones.ts";
import { type Random, seededRandom } from "../../../electron/engine/demo/random.ts";
import { foldText } from "../../../shared/domain/identity/fold.ts";
import type { Identity } from "../../../shared/domain/identity/identity.ts";
import { readIdentity } from "../../../shared/domain/identity/identity.ts";
import { assert } from "../../../shared/kernel/assert.ts";

export type MadeUpPerson = {
  readonly name: string;
  readonly identities: readonly Identity[];
  readonly birthday: string | undefined;
  readonly isPersonal: boolean;
  readonly isMarketing: boolean;
};

/**
 * The person of this number, the same each time: four in ten are called Nguyễn, a few numbers are
 * still written in the eleven digits of before 2018.
 */
export const personOf = (index: number): MadeUpPerson => {
  const random = seededRandom(`person ${index}`);
  const gender = random.chance(0.62) ? "female" : "male";
  const name = vietnameseName(random, gender, random.chance(0.2));
  const phone = typedPhone(random, mobileNumber(random));
  return {
    name,
    identities: [
      ...(random.chance(0.96) ? [identity("phone", phone)] : []),
      ...(random.chance(0.25) ? [identity("email", emailOf(name, random))] : []),
      ...(random.chance(0.05) ? [identity("card", `QN${100_000 + index}`)] : []),
    ],
    birthday: random.chance(0.35) ? birthdayOf(random) : undefined,
    isPersonal: random.chance(0.7),
    isMarketing: random.chance(0.4),
  };
};

const identity = (kind: Identity["kind"], value: string): Identity => {
  const read = readIdentity({ kind, value }, "VN");
  assert(read.ok, `${value} is a ${kind}`);
  return read.value;
};

const emailOf = (name: string, random: Random): string =>
  `${foldText(name).split(" ").reverse().join(".")}${random.below(10_000)}@example.vn`;

const birthdayOf = (random: Random): string => {
  const month = String(random.between(1, 12)).padStart(2, "0");
  const day = String(random.between(1, 28)).padStart(2, "0");
  return random.chance(0.5) ? `--${month}-${day}` : `${random.between(1950, 2010)}-${month}-${day}`;
};
