import { byCount, counted } from "../../../shared/kernel/counted.ts";
import type { Words } from "../vi/vi.ts";

export const restore: Words["restore"] = {
  title: "Go back to a backup",
  lead: "When data is damaged or was written by mistake: the shop becomes what it was when the backup was made.",
  choose: "Choose a backup",
  checking: "Checking the backup",
  otherKey:
    "This backup does not open with this computer's key. If it comes from another one, type that computer's key.",
  keyLabel: "Printed recovery key",
  typed: (count) => `${count} of 64 letters and digits`,
  check: "Check again",
  found: (sales, people) =>
    `A good backup: ${counted(sales, "sale")}, ${counted(people, "customer")}.`,
  lastSold: (when) => `Last sale in it: ${when}.`,
  nothingSold: "There is no sale in it yet.",
  warning:
    "What was sold or written since then is no longer in the shop. What it holds now stays on this computer, apart from it. Everybody types their PIN again.",
  leave: "Leave it as it is",
  put: "Put the backup in place",
  putting: "Putting the backup in place",
  newComputer: {
    start: "I have a backup",
    title: "Open your shop from a backup",
    lead: "You need the backup, the quen-keys files of the same folder, and, if another computer made it, its recovery key on paper.",
    file: "Backup",
    noFile: "No file chosen yet",
    missing: "Choose the backup first",
    open: "Open the shop",
  },
  done: {
    title: "The shop is back",
    sales: (count) => `It has ${counted(count, "sale")}.`,
    usedSince: (count) =>
      `${counted(count, "code")} used since the backup still ${byCount(count, "counts", "count")} as used.`,
    unknown:
      "Nobody can tell which coupons were used since the backup. Where the till says “may have been used”, look at the slip.",
    receipts: (number) =>
      `The next receipt is ${number}: no number that may be on paper is given out again.`,
    unreadable: (count) =>
      `The names and phone numbers of ${counted(count, "customer")} cannot be read: the quen-keys file is older than the backup. What they bought and their points are there. Keep both files, and look for a newer quen-keys.`,
    newKey:
      "This computer has a recovery key of its own. Print it: Settings, Recovery key. Keep the old paper for the old backups.",
    signIn: "Type a PIN",
  },
};
