import type { Input } from "../../../../shared/contract/index.ts";
import { showCouponCode } from "../../../../shared/domain/coupon/couponCode.ts";
import { csvRows, csvTable, plainDigits } from "../../print/csvTable.ts";
import { printWords } from "../../print/words.ts";
import type { Context } from "../context.ts";
import { pause } from "../pause.ts";
import type { Message } from "./campaignMessages.ts";

export type MessageTable = {
  readonly messages: readonly Message[];
  readonly locale: "vi" | "en";
  readonly channel: Input<"campaign.messages">["channel"];
  readonly format: "csv" | "xlsx";
};

const ROWS_A_STEP = 500;

/** The messages as a table for whoever sends them: a row a person. */
export const messageTable = async (
  context: Context,
  { messages, locale, channel, format }: MessageTable,
): Promise<{ readonly document?: string; readonly base64?: string }> => {
  const { list, messages: words } = printWords[locale];
  const heads = [words.to[channel], list.name, words.text, list.code, list.until];
  const rows = messages.map(({ coupon, to, text }) => [
    format === "csv" ? plainDigits(to) : to,
    coupon.customerName,
    text,
    showCouponCode(coupon.code),
    coupon.untilDay,
  ]);
  if (format === "xlsx") return { base64: await context.worker.writeXlsx([heads, ...rows]) };
  const parts = [csvTable([heads])];
  for (let from = 0; from < rows.length; from += ROWS_A_STEP) {
    parts.push(csvRows(rows.slice(from, from + ROWS_A_STEP)));
    await pause();
  }
  return { document: parts.join("") };
};
