import { vietnameseName } from "../../electron/engine/demo/people/names.ts";
import { withoutMarks } from "../../electron/engine/demo/people/people.ts";
import { mobileNumber } from "../../electron/engine/demo/people/phones.ts";
import type { DemoCustomer } from "../../electron/engine/demo/plan.ts";
import type { Random } from "../../electron/engine/demo/random.ts";
import { readPhone } from "../../shared/domain/identity/phone.ts";

/** Someone who ordered online, as they typed themselves into that shop. */
export type OnlineBuyer = {
  /** Place in the demo shop's customers, when it is one of them. */
  readonly customerIndex?: number;
  readonly name: string;
  readonly phone?: string;
  readonly email?: string;
  readonly username: string;
};

/** `count` buyers, three in five of them customers of the shop; the first is its first customer. */
export const onlineBuyers = (
  random: Random,
  customers: readonly DemoCustomer[],
  count: number,
): readonly OnlineBuyer[] =>
  Array.from({ length: count }, (_, place) => {
    const own = random.fork(`buyer ${place}`);
    const index = place === 0 ? 0 : own.below(customers.length);
    const customer = customers[index];
    const isKnown = place === 0 || own.chance(0.62);
    return customer?.phones[0] && isKnown ? knownBuyer(own, customer, index) : newBuyer(own);
  });

const knownBuyer = (random: Random, customer: DemoCustomer, customerIndex: number): OnlineBuyer => {
  const national = nationalNumber(customer.phones[0] ?? "");
  const [email] = customer.emails;
  // One in twenty-five orders on somebody's phone is for a neighbour: these must be asked about.
  const isForNeighbour = customerIndex !== 0 && random.chance(0.04);
  const name = isForNeighbour ? vietnameseName(random, "male", false) : customer.name;
  return {
    ...(isForNeighbour ? {} : { customerIndex }),
    name: typedName(random, name),
    phone: onlinePhone(random, national),
    ...(email && random.chance(0.7) ? { email } : {}),
    username: usernameOf(random, customer.name),
  };
};

const newBuyer = (random: Random): OnlineBuyer => {
  const name = vietnameseName(random, random.chance(0.65) ? "female" : "male", false);
  const username = usernameOf(random, name);
  const hasEmail = random.chance(0.6);
  return {
    name: typedName(random, name),
    ...(random.chance(0.95) || !hasEmail
      ? { phone: onlinePhone(random, mobileNumber(random)) }
      : {}),
    ...(hasEmail ? { email: `${username}@example.com` } : {}),
    username,
  };
};

/** "0903124573" of any form in which the customer gave it. */
const nationalNumber = (typed: string): string => {
  const read = readPhone(typed, "VN");
  return read.ok ? `0${read.value.slice(3)}` : typed;
};

const onlinePhone = (random: Random, national: string): string => {
  const rest = national.slice(1);
  return random.pick([
    `+84${rest}`,
    `+84${rest}`,
    national,
    `84${rest}`,
    `+84 ${rest.slice(0, 3)} ${rest.slice(3, 6)} ${rest.slice(6)}`,
    `${national.slice(0, 4)}.${national.slice(4, 7)}.${national.slice(7)}`,
  ]);
};

/** On a telephone's keyboard the marks are often left out, or everything shouted. */
const typedName = (random: Random, name: string): string => {
  const draw = random.next();
  if (draw < 0.22) return withoutMarks(name);
  if (draw < 0.28) return withoutMarks(name).toUpperCase();
  return draw < 0.32 ? name.toLowerCase() : name;
};

const usernameOf = (random: Random, name: string): string => {
  const words = withoutMarks(name).toLowerCase().split(" ");
  return `${words[words.length - 1]}_${words[0]}${random.between(10, 999)}`;
};
