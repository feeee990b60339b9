import type { ConsentChannel } from "./consent.ts";

export const addressKinds = ["phone", "email"] as const;
export type AddressKind = (typeof addressKinds)[number];

/** What must be known of somebody to reach them by `channel`; what is handed over needs nothing. */
export const addressNeeded = (channel: ConsentChannel): AddressKind | undefined => {
  switch (channel) {
    case "sms":
    case "zalo":
    case "phone":
      return "phone";
    case "email":
      return "email";
    case "print":
    case "counter":
      return undefined;
  }
};

/** A bit for each kind of address: those that are known, in a number. */
export const addressBit = (kind: AddressKind): number => 2 ** addressKinds.indexOf(kind);
