import { byCount, counted } from "../../../shared/kernel/counted.ts";
import type { Words } from "../vi/vi.ts";

/** Messages to each person of a campaign. */
export const messages: Words["messages"] = {
  title: (name) => `Messages: ${name}`,
  close: "Close",
  channel: "Sent by",
  channels: { zalo: "Zalo", sms: "SMS", email: "E-mail" },
  template: "Message",
  placeholders: "Put in",
  placeholder: {
    givenName: "given name",
    name: "full name",
    offer: "offer",
    code: "code",
    from: "first day",
    until: "last day",
    shop: "shop",
    phone: "shop's phone",
  },
  kept: "Kept for this campaign; written in the shop's language.",
  unkept: "What you wrote is not kept. Close once more to leave it.",
  example: "They will read:",
  before: "Person before",
  after: "Next person",
  place: (at, count) => `${at} / ${count}`,
  exampleTo: (to) => `Sent to ${to}`,
  none: "Nobody to send to this way",
  noneHint:
    "Only people who agreed to offers by that channel, and gave an address for it, are written to.",
  figures: {
    count: (count) => byCount(count, "message to send", "messages to send"),
    longest: "characters, the longest",
    parts: "SMS in all",
    noConsent: "have not agreed",
  },
  lengthOf: (characters, parts) => `${counted(characters, "character")}, ${counted(parts, "part")}`,
  marks: "Vietnamese marks",
  marksKinds: { with: "with", without: "without" },
  marksCost: (parts, unmarked) => `With marks it takes ${parts} SMS, without only ${unmarked}.`,
  unknown: (names) => `Quen does not know ${names}; people will see it just like that.`,
  csv: "Save CSV",
  xlsx: "Save Excel",
  fileName: (name, ending) => `Messages ${name}.${ending}`,
  saved: (path) => `Saved at ${path}. Upload it where you send messages from.`,
};
