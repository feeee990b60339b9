import type { Output } from "../../../shared/contract/index.ts";
import type { Handlers } from "./fakeBridge.ts";
import { people } from "./fakePeople.ts";

export const rehearsal: Output<"campaign.rehearse"> = {
  customers: 299,
  reachable: 238,
  issued: 214,
  heldOut: 24,
  skipped: [{ why: "NoMarketingConsent", count: 61 }],
  redemptions: { low: 24, value: 38, high: 55 },
  costMinor: { low: 610_000, value: 980_000, high: 1_480_000 },
  gainMinor: { low: -240_000, value: 1_150_000, high: 2_700_000 },
  replay: {
    fromDay: "2025-11-22",
    toDay: "2025-12-06",
    customers: 131,
    baskets: 188,
    discountMinor: 1_210_000,
    spentMinor: 32_400_000,
    marginMinor: 6_950_000,
  },
  power: {
    smallestLiftMinor: 53_000,
    smallestLiftBps: 3_000,
    text: "Với 24 khách để so sánh, chỉ thấy được nếu khách chi thêm từ 30%.",
  },
  choices: people.map(({ customerId, name }, at) => ({
    customerId,
    name,
    redeemProbability: 0.62 - at * 0.07,
    buyAnywayProbability: 0.2,
    expectedGainMinor: 21_000 - at * 3_000,
    arm: at % 2 === 0 ? "a" : "b",
    text: "Thường 14 ngày ghé một lần, đã 33 ngày chưa ghé",
  })),
  learnedFrom: { kind: "own-visits", campaigns: 0, redemptions: 0 },
  warnings: [],
};

export const messages: Output<"campaign.messages"> = {
  template: "{givenName} ơi, {shop} tặng bạn: {offer}. Mã {code}, dùng đến {until}.",
  messages: people.map(({ customerId, name, phone }) => ({
    customerId,
    customerName: name,
    to: phone ?? "",
    text: `${name.split(" ").at(-1)} ơi, Tạp hoá Mi tặng bạn: Giảm 10%. Mã K7QF-2M9P-3D, dùng đến 30/11.`,
    characters: 84,
    parts: 2,
    encoding: "ucs2",
  })),
  count: 142,
  partsInAll: 251,
  longest: { characters: 97, parts: 2 },
  unmarked: { partsInAll: 142, longest: { characters: 97, parts: 1 } },
  skipped: [{ why: "NoMarketingConsent", count: 72 }],
  unknownPlaceholders: [],
};

export const rehearsalHandlers: Handlers = {
  "campaign.rehearse": () => rehearsal,
  "campaign.messages": ({ format, template = messages.template }) => ({
    ...messages,
    template,
    ...(format === "csv" && { document: "to,text\n" }),
    ...(format === "xlsx" && { base64: "UEsDBA==" }),
  }),
  "campaign.keepWords": () => ({}),
  "shell.saveFile": ({ suggestedName }) => ({ path: suggestedName }),
};
