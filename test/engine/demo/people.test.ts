import { isValidPhoneNumber } from "libphonenumber-js/max";
import { describe, expect, test } from "vitest";
import { dayOf } from "../../../electron/engine/demo/calendar.ts";
import { demoPeople } from "../../../electron/engine/demo/people/people.ts";
import { wellKnownDigits } from "../../../electron/engine/demo/people/wellKnownPerson.ts";
import { seededRandom } from "../../../electron/engine/demo/random.ts";
import { readPhone } from "../../../shared/domain/identity/phone.ts";
import { wholeShop } from "./smallShop.ts";

const { customers, sales } = wholeShop;
const typed = customers.flatMap(({ phones }) => phones);
const numbers = typed.map((text) => {
  const read = readPhone(text, "VN");
  return read.ok ? read.value : text;
});

const shareOf = (has: (customer: (typeof customers)[number]) => boolean): number =>
  customers.filter(has).length / customers.length;

describe("the demo shop's customers", () => {
  test("have valid Vietnamese mobile numbers, as they typed them", () => {
    expect(numbers.filter((number) => !isValidPhoneNumber(number))).toEqual([]);
    expect(typed.filter((text) => /^01\d{9}$/.test(text)).length).toBeGreaterThan(20);
    expect(typed.filter((text) => text.startsWith("+84")).length).toBeGreaterThan(50);
    expect(typed.filter((text) => text.includes(" ")).length).toBeGreaterThan(150);
  });

  test("share a phone in a few households, and nowhere else", () => {
    const countByNumber = new Map<string, number>();
    for (const number of numbers) countByNumber.set(number, (countByNumber.get(number) ?? 0) + 1);
    const shared = [...countByNumber.values()].filter((count) => count > 1);
    expect(shared.length).toBeGreaterThan(20);
    expect(shared.length).toBeLessThan(100);
    expect(Math.max(...shared)).toBe(2);
  });

  test("have names as often as they are met in Vietnam, marks and all", () => {
    const family = (name: string) => customers.filter((one) => one.name.startsWith(`${name} `));
    expect(family("Nguyễn").length).toBeGreaterThan(family("Trần").length * 2);
    expect(family("Trần").length).toBeGreaterThan(family("Phạm").length);
    expect(shareOf(({ name }) => name.split(" ").length === 3)).toBeGreaterThan(0.98);
    expect(shareOf(({ name }) => name !== name.normalize("NFC"))).toBe(0);
  });

  test("tell their birthday, mail address or wishes at times", () => {
    expect(shareOf(({ birthday }) => birthday?.startsWith("--") ?? false)).toBeGreaterThan(0.05);
    expect(shareOf(({ birthday }) => /^\d/.test(birthday ?? ""))).toBeGreaterThan(0.2);
    expect(shareOf(({ emails }) => emails.length > 0)).toBeGreaterThan(0.2);
    expect(shareOf(({ note }) => note !== undefined)).toBeGreaterThan(0.04);
    expect(shareOf(({ tags }) => tags.length > 0)).toBeGreaterThan(0.1);
  });

  test("can never be written to by mistake", () => {
    const emails = customers.flatMap((customer) => customer.emails);
    expect(emails.filter((email) => !/^[a-z0-9.]+@example\.com$/.test(email))).toEqual([]);
  });

  test("mostly let the shop remember, about half want news, some want nothing at all", () => {
    const granted = (purpose: string, channel: string) =>
      shareOf(({ consents }) =>
        consents.some((consent) => consent.purpose === purpose && consent.channel === channel),
      );
    expect(granted("personalization", "counter")).toBeGreaterThan(0.75);
    expect(granted("marketing", "print")).toBeGreaterThan(0.4);
    expect(granted("marketing", "zalo")).toBeGreaterThan(0.3);
    expect(shareOf(({ consents }) => consents.length === 0)).toBeGreaterThan(0.05);
    const isWithdrawn = ({ state }: { readonly state: string }) => state === "withdrawn";
    expect(shareOf(({ consents }) => consents.some(isWithdrawn))).toBeGreaterThan(0.01);
  });

  test("leave the last four digits of the well-known regular's phone to that person alone", () => {
    const span = { startDay: dayOf("2025-05-22"), endDay: dayOf("2026-11-20") };
    const seeds = Array.from({ length: 12 }, (_, seed) => seed);
    const found = seeds.flatMap((seed) =>
      demoPeople(seededRandom(seed), 2_000, span).filter(({ customer: { phones } }) =>
        phones[0]?.replace(/\D/g, "").endsWith(wellKnownDigits),
      ),
    );
    expect(found).toHaveLength(seeds.length);
  });

  test("begin with the well-known regular, who has not been here for more than a week", () => {
    const visits = sales.filter(({ customerIndex }) => customerIndex === 0);
    const lastAtMs = visits.at(-1)?.soldAtMs ?? 0;
    expect(visits.length).toBeGreaterThan(30);
    expect((sales.at(-1)?.soldAtMs ?? 0) - lastAtMs).toBeGreaterThan(8 * 86_400_000);
    expect((sales.at(-1)?.soldAtMs ?? 0) - lastAtMs).toBeLessThan(35 * 86_400_000);
  });
});
