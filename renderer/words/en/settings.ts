import type { Words } from "../vi/vi.ts";

export const settings: Words["settings"] = {
  placeholder: "",
};
