import type { Words } from "../vi/vi.ts";

export const wizard: Words["wizard"] = {
  placeholder: "",
};
