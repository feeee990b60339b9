import { z } from "zod";

const MAX_MINOR = 1_000_000_000_000_000;

/** Any variant and version: who calls may make ids their own way. */
export const Id = z.guid();
/** Something to be read: zero-width characters alone are nothing. */
export const Text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => /[^\p{Cc}\p{Cf}\p{Z}]/u.test(text), "nothing of it can be seen");
/** No system has a file with a zero byte in its name. */
export const FilePath = Text(4_096).refine((path) => !path.includes("\0"), "holds a zero byte");
export const Day = z.iso.date();
export const AtMs = z.int().min(0);
/** A whole number of the shop currency's minor units, never negative. */
export const Minor = z.int().min(0).max(MAX_MINOR);
/** The same, where a loss, a refund or a rounding may stand. */
export const SignedMinor = z.int().min(-MAX_MINOR).max(MAX_MINOR);
/** 10 000 = all of it. */
export const Bps = z.int().min(0).max(10_000);
export const Sku = Text(64);
export const Limit = z.int().min(1).max(500).default(20);
export const Pin = z.string().regex(/^\d{4,12}$/, "4 to 12 digits");
/** A page of a list goes on from `next`. */
export const Next = z.string().max(200).optional();
export const RoleName = z.enum(["cashier", "manager", "owner"]);
export const Locale = z.enum(["vi", "en"]);
/** A language as systems name it: "vi-VN" is Vietnamese. What is not spoken here hears English. */
export const LanguageTag = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*$/, "a language such as vi, en or vi-VN")
  .transform((tag) => (/^vie?(?![a-z])/i.test(tag) ? "vi" : "en"));
/** Of a call that answers in words: the language to answer in; absent, the shop's. */
export const Worded = { locale: Locale.optional() };
export const Nothing = z.object({});

type NoShape = Readonly<Record<never, z.ZodType>>;

/** A refusal of this kind, with what its sentence needs. */
export const refusal = <const K extends string, S extends z.ZodRawShape = NoShape>(
  kind: K,
  ...shape: S extends NoShape ? [shape?: S] : [shape: S]
) => z.object({ kind: z.literal(kind), ...(shape[0] as S) });

/** The refusals of a call that has none of its own. */
export const NoRefusal = z.never();
