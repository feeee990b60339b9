import type { Output } from "../../../shared/contract/index.ts";
import type { Handlers } from "./fakeBridge.ts";
import { people } from "./fakePeople.ts";

export const segmentId = "0190b6a0-0000-7000-8000-0000000000d1";

const saved: Output<"segment.list">["segments"] = [
  {
    segmentId,
    name: "Mê cà phê, vắng một tháng",
    segment: {
      all: [
        { kind: "boughtCategory", any: ["Cà phê"], withinDays: 180 },
        { kind: "recencyDays", min: 30 },
      ],
    },
    text: "Đã mua hàng nhóm Cà phê trong 180 ngày qua và đã 30 ngày trở lên chưa mua lại",
    changedAtMs: Date.UTC(2026, 10, 2),
  },
];

const tiers = [
  { tierId: "new-face", name: "Mới quen" },
  { tierId: "regular", name: "Thân thiết" },
  { tierId: "like-family", name: "Người nhà" },
];

export const segmentHandlers: Handlers = {
  "segment.list": () => ({ segments: saved, tiers }),
  "segment.save": ({ segmentId: known }) => ({ segmentId: known ?? segmentId }),
  "segment.remove": () => ({}),
  "segment.preview": ({ segment }) => ({
    count: 238 - 17 * (segment.all?.length ?? 0),
    text: "",
    reachable: { print: 181, sms: 96, zalo: 142, email: 38, phone: 51 },
    sample: people.map(({ customerId, name, phone }) => ({
      customerId,
      name,
      ...(phone !== undefined && { phone }),
    })),
  }),
};
