import type { Words } from "../vi/vi.ts";

export const campaigns: Words["campaigns"] = {
  placeholder: "",
};
