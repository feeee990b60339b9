import { scrypt, scryptSync, timingSafeEqual } from "node:crypto";

/** About 50 ms on a shop's computer: nothing to a cashier, years to somebody who tries all PINs. */
const COST = { N: 16_384, r: 8, p: 1 } as const;
const HASH_BYTES = 32;

/**
 * A PIN as it is stored: "scrypt$salt$hash", in base64. Made at once, so that a call sent right behind
 * the one that makes a shop or a person finds them.
 */
export const hashPin = (pin: string, salt: Uint8Array): string => {
  const hash = scryptSync(pin, salt, HASH_BYTES, COST);
  return ["scrypt", Buffer.from(salt).toString("base64"), hash.toString("base64")].join("$");
};

/** Asked of another thread: the till sells on while somebody signs in. */
export const isPin = (pin: string, stored: string): Promise<boolean> => {
  const [, salt = "", hash = ""] = stored.split("$");
  return new Promise((resolve, reject) => {
    scrypt(pin, Buffer.from(salt, "base64"), HASH_BYTES, COST, (error, given) => {
      if (error) reject(error);
      else resolve(timingSafeEqual(given, Buffer.from(hash, "base64")));
    });
  });
};
