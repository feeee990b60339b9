import { scrypt, timingSafeEqual } from "node:crypto";

/** About 50 ms on a shop's computer: nothing to a cashier, years to somebody who tries all PINs. */
const COST = { N: 16_384, r: 8, p: 1 } as const;
const HASH_BYTES = 32;

/** A PIN as it is stored: "scrypt$salt$hash", in base64. */
export const hashPin = async (pin: string, salt: Uint8Array): Promise<string> =>
  storedAs(salt, await hashOf(pin, salt));

/** Stored for nobody, so that trying a PIN on them takes as long as on somebody. */
export const nobodysHash = (): string => storedAs(new Uint8Array(16), new Uint8Array(HASH_BYTES));

export const isPin = async (pin: string, stored: string): Promise<boolean> => {
  const [, salt = "", hash = ""] = stored.split("$");
  const given = await hashOf(pin, Buffer.from(salt, "base64"));
  return timingSafeEqual(given, Buffer.from(hash, "base64"));
};

/** Asked of another thread: the till sells on while somebody signs in. */
const hashOf = (pin: string, salt: Uint8Array): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(pin, salt, HASH_BYTES, COST, (error, hash) => {
      if (error) reject(error);
      else resolve(hash);
    });
  });

const storedAs = (salt: Uint8Array, hash: Uint8Array): string =>
  ["scrypt", Buffer.from(salt).toString("base64"), Buffer.from(hash).toString("base64")].join("$");
