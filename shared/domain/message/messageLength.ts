export type MessageChannel = "sms" | "zalo" | "email";

export type MessageLength = {
  /** As they are paid: of GSM's extension table each counts twice, of UCS-2 each emoji. */
  readonly characters: number;
  /** Messages that the text is cut into; 1 where the channel does not cut. */
  readonly parts: number;
  readonly encoding: "gsm7" | "ucs2";
};

/** How long `text` is where it is sent. Source: 3GPP TS 23.038, 6.2.1, and 23.040, 9.2.3.24. */
export const messageLength = (text: string, channel: MessageChannel): MessageLength => {
  const letters = [...text];
  const encoding = letters.every((letter) => gsmUnits(letter) > 0) ? "gsm7" : "ucs2";
  if (channel !== "sms") return { characters: letters.length, parts: 1, encoding };
  const units = letters.map(encoding === "gsm7" ? gsmUnits : ({ length }) => length);
  const characters = units.reduce((sum, unit) => sum + unit, 0);
  const { whole, part } = roomByEncoding[encoding];
  return { characters, parts: characters <= whole ? 1 : partCount(units, part), encoding };
};

const roomByEncoding = { gsm7: { whole: 160, part: 153 }, ucs2: { whole: 70, part: 67 } } as const;

/** A letter of two units is not cut in two: it begins the next part. */
const partCount = (units: readonly number[], room: number): number => {
  let parts = 1;
  let used = 0;
  for (const unit of units) {
    if (used + unit > room) {
      parts += 1;
      used = 0;
    }
    used += unit;
  }
  return parts;
};

/** 1 or 2, or 0 for what the GSM alphabet does not have. */
const gsmUnits = (letter: string): number =>
  basic.has(letter) ? 1 : extension.has(letter) ? 2 : 0;

const basic = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ" +
    "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const extension = new Set("\f^{}\\[~]|€");
