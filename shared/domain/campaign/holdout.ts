import { assert } from "../../kernel/assert.ts";

/**
 * Whether a customer is held out of a campaign, to measure later what the campaign did. Random by
 * customer and campaign (`campaignSeed` is its id), and the same each time it is asked: nobody's place depends on who else
 * is in the segment. `holdoutBps` of all customers are, within chance.
 */
export const isHeldOut = (
  customerId: string,
  campaignSeed: string,
  holdoutBps: number,
): boolean => {
  assert(holdoutBps >= 0 && holdoutBps <= 10_000, `${holdoutBps} is no share in basis points`);
  return holdoutBucket(customerId, campaignSeed) < holdoutBps;
};

/**
 * Which of two offers a customer of a trial gets: half by half, by chance, and without regard to
 * who is held out.
 */
export const offerArm = (customerId: string, campaignSeed: string): "a" | "b" =>
  holdoutBucket(customerId, `${campaignSeed}/arms`) < 5_000 ? "a" : "b";

/** A uniform number from 0 to 9 999 that depends on every letter of both texts. */
export const holdoutBucket = (customerId: string, campaignSeed: string): number => {
  const hash = mixText(customerId, mixText(campaignSeed, 0x9747b28c));
  return Math.floor((hash / 0x1_0000_0000) * 10_000);
};

/** MurmurHash3 of 32 bits (Appleby, public domain), a UTF-16 unit at a time. */
const mixText = (text: string, seed: number): number => {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) {
    const unit = Math.imul(text.charCodeAt(at), 0xcc9e2d51);
    hash ^= Math.imul((unit << 15) | (unit >>> 17), 0x1b873593);
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  }
  return finish(hash ^ text.length);
};

const finish = (hash: number): number => {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};
