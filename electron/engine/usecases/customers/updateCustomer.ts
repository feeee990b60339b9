import { readBirthday } from "../../../../shared/domain/customer/birthday.ts";
import { cleanName } from "../../../../shared/domain/customer/customerName.ts";
import { err, ok } from "../../../../shared/kernel/result.ts";
import { findCustomer } from "../../repositories/customers.ts";
import { record, staffOf, today, type UseCase } from "../context.ts";
import { indexPerson, openPerson, sealFields } from "./people.ts";

type ChangedField = "name" | "birthday" | "note" | "tags" | "preferences" | "refusedSkus";

/** Changes the given fields of a customer; each is its own, so two tills do not overwrite each other. */
export const updateCustomer: UseCase<"customer.update"> = (context, input) => {
  const { customerId } = input;
  if (!findCustomer(context.db, customerId)) return err({ kind: "CustomerUnknown" });
  const texts: Partial<Record<ChangedField, string | null>> = {};
  if (input.name !== undefined) texts.name = cleanName(input.name);
  if (input.note !== undefined) texts.note = input.note || null;
  if (input.tags !== undefined) texts.tags = JSON.stringify(input.tags);
  if (input.refusedSkus !== undefined) texts.refusedSkus = JSON.stringify(input.refusedSkus);
  if (input.preferences !== undefined) {
    const before = openPerson(context, customerId).preferences;
    texts.preferences = JSON.stringify({ ...before, ...input.preferences });
  }
  if (input.birthday !== undefined) {
    const text = input.birthday ?? "";
    const birthday = text === "" ? ok(null) : readBirthday(text, today(context));
    if (!birthday.ok) return err({ kind: "BirthdayInvalid", text });
    texts.birthday = birthday.value;
  }
  if (Object.keys(texts).length === 0) return ok({});
  const fields = sealFields(context, customerId, texts);
  record(context, { kind: "customer.changed", customerId, fields });
  indexPerson(context, customerId);
  return ok({});
};

export const recordConsent: UseCase<"consent.record"> = (context, input) => {
  const { customerId, purpose, channel, state, wording, source } = input;
  if (!findCustomer(context.db, customerId)) return err({ kind: "CustomerUnknown" });
  record(context, {
    kind: "consent.recorded",
    consentId: context.ids.newId(),
    customerId,
    purpose,
    channel,
    state,
    wording,
    source,
    atMs: context.clock.nowMs(),
    staffId: staffOf(context).staffId,
  });
  return ok({});
};
