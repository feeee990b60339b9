import { counted } from "../../../shared/kernel/counted.ts";
import type { Words } from "../vi/vi.ts";

export const shell: Words["shell"] = {
  appName: "Quen",
  places: "Places",
  place: {
    till: "Till",
    customers: "People",
    orders: "Online",
    campaigns: "Offers",
    goods: "Goods",
    settings: "Settings",
  },
  offline: "Sells with no network",
  demoShop: "Demo shop",
  engineRestarting: "Opening the shop's data again, one moment",
  restarted: "The data process was started again. Your basket is untouched, carry on selling.",
  showMore: "Show more",
  understood: "Got it",
  lock: "Lock the till",
  role: { cashier: "Cashier", manager: "Manager", owner: "Owner" },
  starting: "Opening the shop",
  failed: {
    title: "The shop's data could not be opened yet",
    retry: "Try again",
    openBackup: "Open a backup",
    setAside:
      "What does not open now stays on this computer, untouched, for somebody who may be able to read it. The shop goes on from the backup: sales made after it are missing there.",
    notYet: "Not yet",
    startWithoutShop: "Choose a backup",
    openWithKey: "Open the shop",
    keyDoesNotFit:
      "This key does not open the data either. Compare it with the paper, group by group.",
    safe: "Every finished sale is still safe on this computer.",
    reasons: {
      "newer-file":
        "A newer Quen wrote this data. Install the latest version and open it again; nothing was changed.",
      locked: "Another Quen window has this data open. Close it, then try again.",
      "wrong-key":
        "The key on this computer does not open the data. Type the recovery key from the paper.",
      corrupt:
        "Part of the data file is damaged. Open your latest backup; this file stays as it is.",
      "disk-full": "The disk is full. Free some space, then try again.",
      "read-only": "Quen may not write to the data folder. Check the folder's permissions.",
      other: "Something went wrong while opening the data. The log on this computer says what.",
      "keeps-stopping": "The data process stopped several times in a row. The log says why.",
      stopped: "The data process has stopped.",
    },
  },
  signIn: {
    title: "Who is at the till?",
    pinOf: (name) => `${name}'s PIN`,
    pin: "PIN",
    typed: (count) => `${counted(count, "digit")} typed`,
    erase: "Erase a digit",
    enter: "Open the till",
    otherName: "Another name",
    name: "Name",
    basketKept: "The basket you had started is still here.",
    hint: "Type digits on the keyboard, or tap",
    scanned: "A code was scanned, and not taken: the till is locked. Open it, then scan again.",
  },
};
