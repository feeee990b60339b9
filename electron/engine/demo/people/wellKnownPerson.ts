import { defined } from "../../../../shared/kernel/assert.ts";
import { instantMs, openingMinute } from "../calendar.ts";
import { archetypes } from "../habits/archetypes.ts";
import { fullConsents } from "./consents.ts";
import type { Person, Span } from "./people.ts";

/**
 * The regular whom a first look at the shop can count on: a coffee drinker of long standing who
 * has consented, and who has not been here for nine days or more, so that coffee is due again.
 */
export const wellKnownPerson = (span: Span): Person => ({
  customer: {
    name: "Trần Thị Bích Hằng",
    phones: ["0903 124 573"],
    emails: ["hang.tran@example.com"],
    birthday: "1984-10-20",
    note: "Xay cà phê vừa phải, pha phin",
    tags: ["khách quen", "mê cà phê"],
    joinedAtMs: instantMs(span.startDay, openingMinute),
    consents: fullConsents(),
  },
  archetype: defined(
    archetypes.find(({ name }) => name === "coffee-lover"),
    "the coffee lover",
  ),
  faith: "regular",
  fromDay: span.startDay,
  isNew: false,
  untilDay: span.endDay - 9,
});

/** The last digits of that person's phone; nobody else in the demo shop has them. */
export const wellKnownDigits = "4573";
