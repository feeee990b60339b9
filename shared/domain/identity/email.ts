import { err, ok, type Result } from "../../kernel/result.ts";

export type EmailUnreadable = { readonly kind: "EmailUnreadable" };

/**
 * `text` trimmed, lower case and composed. Dots and plus signs stay: they tell people apart at
 * some providers. Refuses with `EmailUnreadable` what is masked or has not the shape of an address.
 */
export const readEmail = (text: string): Result<string, EmailUnreadable> => {
  const email = text
    .replace(/\p{Cf}/gu, "")
    .trim()
    .toLowerCase()
    .normalize("NFC");
  return email.length <= longestEmail && shape.test(email)
    ? ok(email)
    : err({ kind: "EmailUnreadable" });
};

/** Enough of an address to recognise it by: "th•••@gmail.com". */
export const maskEmail = (email: string): string => {
  const at = email.lastIndexOf("@");
  const shown = [...email.slice(0, at)].slice(0, at > 3 ? 2 : 1).join("");
  return `${shown}•••${email.slice(at)}`;
};

/** The longest address that mail can carry, by RFC 5321. */
const longestEmail = 254;

/** One name, one host with a dot; no spaces, brackets, quotes, commas or stars (masked) anywhere. */
const shape =
  /^[^\s@*•<>()[\]"',;:\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u;
