import type { Words } from "../vi/vi.ts";

export const orders: Words["orders"] = {
  placeholder: "",
};
