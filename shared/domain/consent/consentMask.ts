import { type ConsentMatter, consentMatters } from "./consent.ts";

/** A bit for each purpose by channel, in the order of `consentMatters`: what is granted, in a number. */
export const consentBit = ({ purpose, channel }: ConsentMatter): number =>
  2 ** consentMatters.findIndex((one) => one.purpose === purpose && one.channel === channel);
