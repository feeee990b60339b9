import { type Day, dayText, instantMs, openingMinute } from "../calendar.ts";
import { type Archetype, archetypes } from "../habits/archetypes.ts";
import type { DemoCustomer } from "../plan.ts";
import type { Random } from "../random.ts";
import { demoConsents } from "./consents.ts";
import { familyName, type Gender, relativeName, vietnameseName } from "./names.ts";
import { mobileNumber, typedPhone } from "./phones.ts";
import { wellKnownDigits, wellKnownPerson } from "./wellKnownPerson.ts";

/** A customer with what the shop does not know: how they live and how much of it they buy here. */
export type Person = {
  readonly customer: DemoCustomer;
  readonly archetype: Archetype;
  readonly faith: Faith;
  readonly fromDay: Day;
  /** Came on `fromDay` for the first time; the others are older than the plan. */
  readonly isNew: boolean;
  /** After it they shop elsewhere. */
  readonly untilDay: Day;
};

/** Buys nearly all here, a part of it, or drops in. */
export type Faith = "regular" | "partial" | "passing";

export type Span = { readonly startDay: Day; readonly endDay: Day };

/** `count` people; the first is always the same well-known regular. */
export const demoPeople = (random: Random, count: number, span: Span): readonly Person[] => {
  const people: Person[] = [wellKnownPerson(span)];
  const takenNumbers = new Set<string>();
  let previous: House | undefined;
  for (let index = 1; index < count; index += 1) {
    const own = random.fork(`person ${index}`);
    const shared = previous && own.chance(0.03) ? previous : undefined;
    const house = shared ?? newHouse(own, takenNumbers);
    people.push(person(own, house, { span, isRelative: shared !== undefined }));
    previous = shared ? undefined : house;
  }
  return people;
};

type House = { readonly family: string; readonly number: string };
type Circumstance = { readonly span: Span; readonly isRelative: boolean };

const newHouse = (random: Random, takenNumbers: Set<string>): House => {
  let number = mobileNumber(random);
  while (takenNumbers.has(number) || number.endsWith(wellKnownDigits)) {
    number = mobileNumber(random);
  }
  takenNumbers.add(number);
  return { family: familyName(random), number };
};

const person = (random: Random, house: House, { span, isRelative }: Circumstance): Person => {
  const archetype = random.pickWeighted(archetypes, ({ share }) => share);
  const gender = genderOf(random, archetype);
  const isElder = archetype.name === "elder";
  const name = isRelative
    ? relativeName(random, house.family, gender)
    : vietnameseName(random, gender, isElder);
  const isNew = random.chance(0.5);
  const joinedDay = isNew ? random.between(span.startDay, span.endDay - 3) : span.startDay;
  const faith = faithOf(random, archetype);
  return {
    customer: customer(random, { name, house, archetype, joinedDay }),
    archetype,
    faith,
    fromDay: joinedDay,
    isNew,
    untilDay: leavingDay(random, joinedDay, span),
  };
};

const genderOf = (random: Random, archetype: Archetype): Gender => {
  if (archetype.name === "young-mother") return "female";
  return random.chance(archetype.name === "host" ? 0.15 : 0.6) ? "female" : "male";
};

const faithOf = (random: Random, archetype: Archetype): Faith => {
  if (archetype.name === "small-cafe") return "regular";
  const draw = random.next();
  if (draw < 0.075) return "regular";
  return draw < 0.32 ? "partial" : "passing";
};

/** One in six moves away or finds another shop some time before the end. */
const leavingDay = (random: Random, joinedDay: Day, { endDay }: Span): Day =>
  random.chance(0.17) ? random.between(Math.max(joinedDay + 20, endDay - 330), endDay) : endDay;

type Description = {
  readonly name: string;
  readonly house: House;
  readonly archetype: Archetype;
  readonly joinedDay: Day;
};

const customer = (
  random: Random,
  { name, house, archetype, joinedDay }: Description,
): DemoCustomer => {
  const emails = random.chance(0.28) ? [emailOf(random, name)] : [];
  const birthday = birthdayOf(random, archetype);
  const note = random.chance(0.08) ? random.pick(notes) : undefined;
  return {
    name,
    phones: random.chance(0.985) ? [typedPhone(random, house.number)] : [],
    emails,
    ...(birthday ? { birthday } : {}),
    ...(note ? { note } : {}),
    tags: random.chance(0.22) ? [random.pick(archetype.tags)] : [],
    joinedAtMs: instantMs(joinedDay, openingMinute),
    consents: demoConsents(random, emails.length > 0),
  };
};

/** Only the domain that RFC 2606 keeps free: nobody can be written to by mistake. */
const emailOf = (random: Random, name: string): string => {
  const plain = withoutMarks(name).toLowerCase().split(" ");
  const given = plain[plain.length - 1] ?? "khach";
  const local = random.chance(0.5) ? `${given}.${plain[0]}` : `${plain.join("")}`;
  return `${local}${random.between(1, 999)}@example.com`;
};

export const withoutMarks = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D");

const birthdayOf = (random: Random, archetype: Archetype): string | undefined => {
  const year = birthYear(random, archetype);
  const monthDay = dayText(random.below(365)).slice(5);
  const draw = random.next();
  if (draw < 0.3) return `${year}-${monthDay}`;
  return draw < 0.42 ? `--${monthDay}` : undefined;
};

const birthYear = (random: Random, { name }: Archetype): number => {
  if (name === "elder") return random.between(1942, 1962);
  if (name === "student") return random.between(2001, 2007);
  return name === "young-mother" ? random.between(1989, 2000) : random.between(1965, 2000);
};

const notes = [
  "Giao tận nhà trước 9 giờ sáng",
  "Không lấy túi ni lông",
  "Hay mua cho mẹ ở tầng 3",
  "Thích được gọi là cô Út",
  "Gửi hàng cho bác bảo vệ chung cư nếu vắng nhà",
  "Lấy hóa đơn cho công ty cuối tháng",
  "Chờ báo khi có gạo ST25 mới",
  "Nuôi mèo, hay hỏi thùng giấy",
  "Trả tiền một lần vào cuối tuần",
  "Xay cà phê vừa phải, pha phin",
];
