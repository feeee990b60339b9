import { z } from "zod";
import { call } from "./call.ts";
import { Id, Locale, Nothing, refusal } from "./primitives.ts";

const Template = z.string().trim().min(1).max(4_000);
const Length = z.object({ characters: z.int(), parts: z.int() });

export const messagesContract = {
  /** A campaign's open coupons as messages, for who agreed to that channel. Nothing is sent. */
  "campaign.messages": call({
    access: "job",
    role: "manager",
    input: z.object({
      campaignId: Id,
      channel: z.enum(["sms", "zalo", "email"]),
      /** With {name} {givenName} {offer} {code} {from} {until} {shop} {phone}. Absent: the kept or first words. */
      template: Template.optional(),
      format: z.enum(["json", "csv", "xlsx"]),
      locale: Locale.optional(),
      /** Writes "khong dau": an SMS then costs less than half. */
      withoutMarks: z.boolean().optional(),
    }),
    output: z.object({
      /** What the messages were made of. */
      template: z.string(),
      /** The first 500; a table holds them all. */
      messages: z.array(
        z.object({
          customerId: Id,
          customerName: z.string(),
          to: z.string(),
          text: z.string(),
          characters: z.int(),
          parts: z.int(),
          encoding: z.enum(["gsm7", "ucs2"]),
        }),
      ),
      count: z.int(),
      partsInAll: z.int(),
      longest: Length,
      /** The same without marks, where an SMS has some. */
      unmarked: z.object({ partsInAll: z.int(), longest: Length }).optional(),
      skipped: z.array(z.object({ why: z.string(), count: z.int() })),
      document: z.string().optional(),
      base64: z.string().optional(),
      unknownPlaceholders: z.array(z.string()),
    }),
    refusal: z.discriminatedUnion("kind", [
      refusal("CampaignUnknown"),
      refusal("CampaignNotIssued"),
    ]),
  }),

  /** Keeps what a campaign's people are written, for the next time; what is absent stays. */
  "campaign.keepWords": call({
    access: "write",
    role: "manager",
    input: z.object({
      requestId: Id,
      campaignId: Id,
      message: Template.optional(),
      /** Between the greeting and the closing of a letter, with the same placeholders. */
      letter: z.string().trim().min(1).max(1_000).optional(),
    }),
    output: Nothing,
    refusal: z.discriminatedUnion("kind", [refusal("CampaignUnknown")]),
  }),
};
