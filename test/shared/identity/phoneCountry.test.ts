import { expect, test } from "vitest";
import { readPhone } from "../../../shared/domain/identity/phone.ts";
import { phoneCountryOf } from "../../../shared/domain/identity/phoneCountry.ts";
import { ok } from "../../../shared/kernel/result.ts";

test.each([
  { timezone: "Asia/Ho_Chi_Minh", currency: "VND", typed: "0912 345 678", phone: "+84912345678" },
  { timezone: "Asia/Ho_Chi_Minh", currency: "USD", typed: "0912 345 678", phone: "+84912345678" },
  { timezone: "UTC", currency: "VND", typed: "0912 345 678", phone: "+84912345678" },
  { timezone: "America/New_York", currency: "USD", typed: "(202) 555-0143", phone: "+12025550143" },
  { timezone: "Asia/Kolkata", currency: "INR", typed: "98765 43210", phone: "+919876543210" },
  { timezone: "Asia/Manila", currency: "PHP", typed: "0917 123 4567", phone: "+639171234567" },
  { timezone: "Asia/Kuwait", currency: "KWD", typed: "5001 2345", phone: "+96550012345" },
  { timezone: "Europe/Paris", currency: "EUR", typed: "06 12 34 56 78", phone: "+33612345678" },
  { timezone: "Europe/Berlin", currency: "EUR", typed: "0151 23456789", phone: "+4915123456789" },
  { timezone: "Europe/London", currency: "GBP", typed: "020 7946 0958", phone: "+442079460958" },
  { timezone: "Africa/Dakar", currency: "XOF", typed: "(202) 555-0143", phone: "+12025550143" },
])("in $timezone with $currency $typed is $phone", ({ typed, phone, ...place }) => {
  expect(readPhone(typed, phoneCountryOf(place))).toEqual(ok(phone));
});
