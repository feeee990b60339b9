import { z } from "zod";
import { call } from "./call.ts";
import {
  AtMs,
  Bps,
  Id,
  LanguageTag,
  Locale,
  Minor,
  NoRefusal,
  Nothing,
  Pin,
  RoleName,
  refusal,
  Text,
} from "./primitives.ts";

const TaxMode = z.enum(["inclusive", "exclusive"]);
const StaffSession = z.object({
  staffId: Id,
  name: z.string(),
  role: RoleName,
  /** Reopens the session after the engine was started again; kept in memory only. */
  sessionToken: z.string().optional(),
});

/** Campaigns that reach one customer within 30 days. */
const ContactCap = z.int().min(0).max(60);

export const shopContract = {
  "shop.status": call({
    access: "public",
    input: Nothing,
    output: z.object({
      configured: z.boolean(),
      name: z.string().optional(),
      currency: z.string().optional(),
      timezone: z.string().optional(),
      /** The same in every backup of this shop, and in no other shop. */
      shopId: Id.optional(),
      registerId: Id.optional(),
      schemaVersion: z.int(),
      locale: Locale.optional(),
      taxMode: TaxMode.optional(),
      cashRoundingMinor: Minor.optional(),
      phone: z.string().optional(),
      address: z.string().optional(),
      /** Names on the sign-in screen. */
      staffNames: z.array(z.string()).optional(),
      isDemo: z.boolean().optional(),
    }),
    refusal: NoRefusal,
  }),

  /** Makes the shop, its first register and its owner, who is signed in at once. */
  "shop.setup": call({
    access: "public",
    input: z.object({
      requestId: Id,
      name: Text(120),
      currency: z.string().regex(/^[A-Z]{3}$/),
      timezone: Text(64),
      locale: LanguageTag,
      ownerName: Text(80),
      ownerPin: Pin,
      taxMode: TaxMode.optional(),
      cashRoundingMinor: Minor.optional(),
      phone: Text(40).optional(),
      address: Text(200).optional(),
    }),
    output: z.object({
      shopId: Id,
      registerId: Id,
      staffId: Id,
      sessionToken: z.string().optional(),
    }),
    refusal: z.discriminatedUnion("kind", [
      refusal("AlreadySetUp"),
      refusal("CurrencyUnknown", { currency: z.string() }),
      refusal("TimezoneUnknown", { timezone: z.string() }),
    ]),
  }),

  /** Fills a newly made, still empty shop with a year and a half of made-up trade. */
  "shop.fillDemo": call({
    access: "job",
    role: "owner",
    input: z.object({ requestId: Id, seed: z.int().optional() }),
    output: z.object({ customers: z.int(), products: z.int(), sales: z.int() }),
    refusal: z.discriminatedUnion("kind", [refusal("ShopNotEmpty")]),
  }),

  "shop.settings": call({
    access: "read",
    input: Nothing,
    output: z.object({
      suggestionControlBps: Bps,
      contactCapPerMonth: ContactCap,
      marginFloorBps: Bps.optional(),
      assumedMarginBps: Bps,
    }),
    refusal: NoRefusal,
  }),

  /** Changes what is given; a floor of null is none. */
  "shop.setSettings": call({
    access: "write",
    role: "owner",
    input: z.object({
      requestId: Id,
      suggestionControlBps: Bps.max(5_000).optional(),
      contactCapPerMonth: ContactCap.optional(),
      marginFloorBps: Bps.nullable().optional(),
      assumedMarginBps: Bps.optional(),
    }),
    output: Nothing,
    refusal: NoRefusal,
  }),

  /** The key that opens the shop's files on another machine, to be printed and kept apart. */
  "shop.recoveryKey": call({
    access: "read",
    role: "owner",
    input: Nothing,
    output: z.object({ recoveryKey: z.string() }),
    refusal: NoRefusal,
  }),

  "session.login": call({
    access: "public",
    input: z.object({ name: Text(80), pin: z.string().min(1).max(12) }),
    output: StaffSession,
    refusal: z.discriminatedUnion("kind", [
      refusal("WrongPin", { triesLeft: z.int().optional() }),
      refusal("LockedOut", { untilMs: AtMs }),
      refusal("ShopNotSetUp"),
    ]),
  }),

  "session.resume": call({
    access: "public",
    input: z.object({ sessionToken: z.string().max(200) }),
    output: StaffSession,
    refusal: z.discriminatedUnion("kind", [refusal("SessionEnded")]),
  }),

  "session.logout": call({
    access: "public",
    input: Nothing,
    output: Nothing,
    refusal: NoRefusal,
  }),

  "staff.create": call({
    access: "write",
    role: "owner",
    input: z.object({ requestId: Id, name: Text(80), role: RoleName, pin: Pin }),
    output: z.object({ staffId: Id }),
    refusal: z.discriminatedUnion("kind", [refusal("StaffNameTaken", { name: z.string() })]),
  }),
};
