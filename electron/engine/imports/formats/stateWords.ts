import type { OrderState } from "../../../../shared/domain/order/order.ts";
import { foldedWords } from "../table/cells.ts";

/** A state, or `sent`: on its way, so paid or not by what else the row tells. */
export type StateWord = OrderState | "sent";

/**
 * The state that marketplaces and shop systems mean by `text`, in Vietnamese or English, whatever
 * its capitals and tones; undefined for words that are not known.
 */
export const knownState = (text: string): StateWord | undefined => {
  const folded = foldedWords(text);
  return stateByWords.get(folded) ?? starts.find(([start]) => folded.startsWith(start))?.[1];
};

const wordsByState: readonly (readonly [StateWord, string])[] = [
  [
    "pending",
    `chưa thanh toán | chờ thanh toán | chờ xác nhận | chờ xử lý | đặt hàng | phiếu tạm | mới
     đơn mới | đơn nháp | nháp | đang giao dịch | unpaid | pending | on hold | new | draft | open
     awaiting payment | pending payment | to pay | unverified`,
  ],
  [
    "sent",
    `chờ lấy hàng | chờ giao hàng | chờ gửi hàng | chờ vận chuyển | cần gửi | đang giao
     đang giao hàng | đang vận chuyển | đã vận chuyển | đã gửi hàng | đã xác nhận | đang xử lý
     đã đóng gói | chuẩn bị hàng | confirmed | processing | packed | repacked | shipped | to ship
     in transit | ready to ship | awaiting shipment | awaiting collection | shipping | unfulfilled
     handover to logistics | to receive`,
  ],
  ["paid", "đã thanh toán | paid | payment received"],
  [
    "fulfilled",
    `hoàn thành | đã hoàn thành | đã hoàn tất | hoàn tất | đã giao | đã giao hàng | thành công
     giao hàng thành công | giao thành công | đã nhận được hàng | đã nhận hàng | completed
     complete | delivered | done | fulfilled | finished | success`,
  ],
  [
    "cancelled",
    `đã hủy | đã huỷ | hủy | huỷ | hủy đơn | huỷ đơn | đã hủy đơn | canceled | cancelled | voided
     giao hàng thất bại | giao thất bại | không giao được | failed | failed delivery | lost
     lost by 3pl | damaged | damaged by 3pl | shipped back | shipped back success | shipped back failed | package returned
     in transit back to seller`,
  ],
  [
    "refunded",
    `trả hàng hoàn tiền | đã trả hàng | trả hàng | đã hoàn tiền | hoàn tiền | hoàn trả | đã hoàn trả
     returned | refunded | return refund | return | refund`,
  ],
  [
    "partially-refunded",
    `hoàn tiền một phần | trả hàng một phần | partially refunded | partial refund
     partially returned`,
  ],
];

const stateByWords: ReadonlyMap<string, StateWord> = new Map(
  wordsByState.flatMap(([state, words]) =>
    words.split(/[|\n]/).map((word): [string, StateWord] => [foldedWords(word), state]),
  ),
);

/** Shopee goes on after these: "… nhưng vẫn có thể tạo yêu cầu Trả hàng đến 16:23 15/4/2026". */
const starts: readonly (readonly [string, StateWord])[] = [
  ["nguoi mua xac nhan da nhan duoc hang", "fulfilled"],
  ["nguoi mua xac nhan da nhan hang", "fulfilled"],
  ["da nhan duoc hang", "fulfilled"],
  ["cho giao hang", "sent"],
];
