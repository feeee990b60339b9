import type { Words } from "../vi/vi.ts";

export const customers: Words["customers"] = {
  placeholder: "",
};
