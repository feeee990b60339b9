export const consentPurposes = ["personalization", "marketing"] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

export const consentChannels = ["counter", "print", "sms", "email", "zalo", "phone"] as const;
export type ConsentChannel = (typeof consentChannels)[number];

/** What a consent is for: one purpose, by one channel. */
export type ConsentMatter = {
  readonly purpose: ConsentPurpose;
  readonly channel: ConsentChannel;
};

/** A row of the ledger: what somebody said once, with the wording and the source as proof. */
export type ConsentEntry = ConsentMatter & {
  readonly state: "granted" | "withdrawn";
  readonly atMs: number;
  readonly wording?: string | undefined;
  readonly source?: string | undefined;
};

/** "never-asked" is no consent: it is never granted by default. */
export type ConsentState = "granted" | "withdrawn" | "never-asked";

/**
 * What holds now for `matter`: the last entry about it. `ledger` stands in the order in which it
 * was written, which a clock set back does not change.
 */
export const consentState = (
  ledger: readonly ConsentEntry[],
  matter: ConsentMatter,
): ConsentState => ledger.findLast((entry) => isAbout(entry, matter))?.state ?? "never-asked";

/** Whether what was bought before may be used to choose what to show at the till. */
export const mayPersonalize = (ledger: readonly ConsentEntry[]): boolean =>
  consentState(ledger, { purpose: "personalization", channel: "counter" }) === "granted";

/** Whether an offer may be sent, or handed over in print, by `channel`. */
export const mayMarket = (ledger: readonly ConsentEntry[], channel: ConsentChannel): boolean =>
  consentState(ledger, { purpose: "marketing", channel }) === "granted";

/** The last entry of each matter that was ever spoken of, in the order of purposes and channels. */
export const currentConsents = (ledger: readonly ConsentEntry[]): readonly ConsentEntry[] =>
  consentMatters.flatMap((matter) => ledger.findLast((entry) => isAbout(entry, matter)) ?? []);

/**
 * What holds when two records turn out to be one person: a refusal on either side stands, and
 * silence on one side takes nothing from what was said on the other.
 */
export const strictest = (left: ConsentState, right: ConsentState): ConsentState => {
  const states = [left, right];
  if (states.includes("withdrawn")) return "withdrawn";
  return states.includes("granted") ? "granted" : "never-asked";
};

/** Every purpose by every channel. */
export const consentMatters: readonly ConsentMatter[] = consentPurposes.flatMap((purpose) =>
  consentChannels.map((channel) => ({ purpose, channel })),
);

const isAbout = (entry: ConsentEntry, { purpose, channel }: ConsentMatter): boolean =>
  entry.purpose === purpose && entry.channel === channel;
