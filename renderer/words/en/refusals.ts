import { showCouponCode } from "../../../shared/domain/coupon/couponCode.ts";
import { counted } from "../../../shared/kernel/counted.ts";
import { type CouponWords, couponText, type RefusalWords, skippedText } from "../refusalWords.ts";
import type { Words } from "../vi/vi.ts";
import { campaigns } from "./campaigns.ts";

const of: RefusalWords = {
  // The shop and its people
  AlreadySetUp: () => "This shop has been set up already. Open Quen again to sign in.",
  CurrencyUnknown: ({ currency }) => `Quen does not know the currency ${currency}. Choose another.`,
  TimezoneUnknown: ({ timezone }) =>
    `Quen does not know the time zone ${timezone}. Choose another.`,
  ShopNotEmpty: () => "This shop has data already, so no demo data was added.",
  WrongPin: ({ triesLeft }) =>
    triesLeft === undefined
      ? "That PIN is not right. Try again."
      : `That PIN is not right. ${counted(triesLeft, "try", "tries")} left.`,
  LockedOut: ({ untilMs }, format) =>
    `Too many wrong tries, so this name is locked until ${format.time(untilMs)}. Others can still sign in.`,
  ShopNotSetUp: () => "No shop has been set up on this computer yet.",
  SessionEnded: () => "The session has ended. Enter your PIN again; the basket is still here.",
  StaffNameTaken: ({ name }) =>
    `Somebody is called ${name} already. Add a letter to tell them apart.`,
  NotSignedIn: () => "Enter your PIN first. The basket is still here.",
  NotAllowed: ({ needs }) =>
    needs === "owner"
      ? "This needs the owner. Ask them to sign in and do it."
      : "This needs a manager. Ask them to sign in and do it.",
  RequestIdReused: () =>
    "This request was used for something else. Start again; nothing more was written.",
  StorageFailed: ({ why }) => {
    const what = {
      "disk-full": "The disk is full. Free some space, then do it again.",
      "read-only": "Quen may not write to the data folder. Check its permissions.",
      busy: "The data is busy. Do it again in a moment.",
      io: "The disk refused. Check the disk, then do it again.",
    };
    return `${what[why]} Nothing was half written.`;
  },

  // Goods
  CodeUnknown: ({ code }) => `No product carries the code ${code} yet.`,
  BarcodeTaken: ({ barcode, sku }) => `The barcode ${barcode} belongs to ${sku}.`,
  SkuTwice: ({ sku }) => `The product code ${sku} is there twice.`,

  // People
  CustomerUnknown: () => "This customer's record is gone. Look them up again.",
  PhoneUnreadable: ({ text }) => `“${text}” is not a whole phone number. Check the digits.`,
  EmailUnreadable: ({ text }) => `“${text}” is not an e-mail address.`,
  CardNumberRefused: () => "This looks like a bank card number. Quen takes and keeps none.",
  CardUnreadable: ({ text }) => `The customer card “${text}” could not be read.`,
  BirthdayInvalid: ({ text }) => `“${text}” is not a real day.`,
  IdentityTaken: () => "This number or address belongs to another customer. Look that one up.",

  // Selling
  ProductUnknown: ({ sku }) => `${sku} is no longer in the catalogue. Leave it out and go on.`,
  QuantityInvalid: ({ sku }) => `The quantity of ${sku} does not work. Type it again.`,
  PointsShort: ({ available }, format) =>
    `Only ${counted(format.number(available), "point is", "points are")} in hand.`,
  DiscountTooLarge: ({ sku }) => `The discount on ${sku} is more than it costs. Type less.`,
  PriceOverrideNotAllowed: ({ sku }) =>
    `Changing the price of ${sku} needs a manager. Go back to the shelf price to sell on.`,
  BasketEmpty: () => "The basket is empty.",
  AmountTooLarge: () => "The amount is larger than can be kept. Check quantities and prices.",
  Underpaid: ({ missingMinor }, format) => `${format.money(missingMinor)} is still missing.`,
  Overpaid: ({ excessMinor }, format) =>
    `${format.money(excessMinor)} too much, other than cash. Only cash gives change: take a part back, then take it anew.`,
  CouponRefused: ({ code, why }, format) =>
    `Coupon ${showCouponCode(code)}: ${couponText(why, coupon, format) ?? couponOther}. Drop it, then take payment.`,
  TenderUnavailable: () => "This way of paying is not available here. Choose another.",
  SoldAtInvalid: () => "The time of sale does not work. Check this computer's clock.",
  SaleUnknown: () => "There is no such receipt.",

  // Online orders
  FileUnreadable: ({ why }) => `This file could not be read (${why}). It was not changed.`,
  FileTooLarge: ({ limitBytes }, format) =>
    `The file is larger than ${format.number(Math.round(limitBytes / 1_048_576))} MB. Export fewer days at a time.`,
  FormatUnknown: ({ headers = [] }) =>
    headers.length === 0
      ? "This does not look like a file of orders. Choose one exported from your web shop."
      : "This is not a file that Quen knows. Tell it below which column is what.",
  EncodingUnknown: () =>
    "The letters in this file are encoded in a strange way. Export it as UTF-8 or XLSX.",
  MappingInvalid: ({ why, missing = [], absent = [] }) => {
    if (missing.length > 0) return `No column is chosen yet for: ${missing.join(", ")}. Choose it.`;
    return absent.length > 0
      ? `This file has no column: ${absent.join(", ")}. Choose another one.`
      : `The columns are not matched yet: ${why}.`;
  },
  ImportRunning: () => "Another file is being imported. Wait for it, then go on.",
  ImportUnknown: () => "This import is gone.",
  ImportUndone: () => "This import was undone already.",

  // Offers
  PeriodInvalid: () => "The last day is over, or stands before the first. Choose the days again.",
  ScopeEmpty: () => "The offer is for no goods and no category yet. Choose at least one.",
  CategoryUnknown: ({ category }) =>
    `Nothing on the shelf belongs to “${category}”, so the coupon would be good for nothing. Choose another category.`,
  SegmentInvalid: () => "A number is missing or the wrong way round. Look at the choices again.",
  GoodsSensitive: ({ name }) =>
    `${name} is sensitive: nobody is told who bought it, and no coupon names it. Choose other goods.`,
  SegmentUnknown: () => "This group is no longer in the shop. Save again to keep it as a new one.",
  CampaignUnknown: () => "This campaign is gone.",
  CampaignIssued: () => "Its coupons were issued already, and they still work.",
  CampaignOver: () => "This campaign is over, or was stopped.",
  NobodyToIssueTo: ({ skipped }, format) =>
    skipped.length === 0
      ? "Nobody fits this campaign."
      : `Nobody gets a coupon: ${skippedText(skipped, campaigns.issued.skipped, format)}.`,
  CampaignNotIssued: () => "Its coupons have not been issued yet.",
  CouponUnknown: () => "This shop has issued no coupon with that code.",
  CodeMistyped: () => "One letter of the coupon's code is wrong. Look at the slip again.",

  // Backups
  PathTaken: ({ path }) =>
    `There is a file at ${path} already. Choose another name; it was not touched.`,
  PathUnwritable: ({ path }) => `Nothing can be written to ${path}. Choose another place.`,
  BackupUnreadable: ({ path, why }) => `${path}: ${backupFaults[why]}`,
  RecoveryKeyIncomplete: ({ typed }) =>
    `A recovery key has 64 letters and digits, 0 to 9 and A to F; you have typed ${typed}. Look at the paper again.`,

  // Trouble
  Defect: ({ reference }) => `Something went wrong. Nothing was saved. Ref ${reference}.`,
  InvalidCall: () => "Something is not filled in properly. Nothing was saved.",
  EngineUnavailable: () =>
    "The data process has stopped. Your basket is safe, try again in a moment.",
};

/** What is wrong with a backup, after its name. */
const backupFaults = {
  missing: "this file is no longer there.",
  "not-a-shop": "this is not a backup that Quen made.",
  "not-whole": "some of this backup contradicts the rest. Take an older one; nothing was changed.",
  "keys-missing":
    "the quen-keys files have to lie in the same folder: they were made together with the backup. Copy all of them.",
  "keys-of-another":
    "the quen-keys file beside it belongs to another backup. Copy every file whose name begins with quen-keys from where this backup was made.",
  "wrong-key":
    "this is not a backup that Quen made, or it comes from another computer: then it opens with that computer's recovery key.",
  corrupt: "this backup is damaged. Take an older one; nothing was changed.",
  "newer-file": "a newer Quen made this backup. Install the latest version first.",
  "disk-full": "the disk is full. Free some space, then try again.",
  "read-only": "Quen may not read this file, or may not write to its own folder.",
  busy: "the file is in use. Try again in a moment.",
  io: "the disk does not answer. Look at the stick or the disk.",
  locked: "another Quen has this file open.",
  vanished: "this file is no longer there.",
} as const;

const coupon: CouponWords = {
  CouponUnknown: () => "not issued by this shop",
  CouponVoid: () => "was cancelled",
  CouponOfAnotherCustomer: () => "belongs to somebody else",
  CouponUsed: ({ usedAtMs }, format) =>
    usedAtMs === undefined ? "already used" : `used on ${format.dayNear(usedAtMs)}`,
  CouponNotYet: ({ fromDay }, format) => `works from ${format.dayText(fromDay)}`,
  CouponExpired: ({ expiredDay }, format) => `expired ${format.dayText(expiredDay)}`,
  BelowMinimum: ({ missingMinor }, format) => `buy ${format.money(missingMinor)} more to use it`,
  NothingInScope: () => "nothing in the basket it is for",
  GiftNotInBasket: ({ sku, name }) => `add the gift ${name ?? sku} to the basket`,
  NotWithOthers: () => "not with another coupon",
  AlreadyInBasket: () => "already in the basket",
  NothingToGain: () => "adds nothing to this basket",
};

const couponOther = "does not apply to this basket";

export const refusals: Words["refusals"] = { of, coupon, couponOther };
