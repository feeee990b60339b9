import { createContext, type ReactNode, useContext, useMemo } from "react";
import { nowMs } from "../rpc/clock.ts";
import { en } from "./en/en.ts";
import { type Format, type FormatTerms, formatsOf } from "./format.ts";
import { vi, type Words } from "./vi/vi.ts";

type Spoken = { readonly words: Words; readonly format: Format };

const dictionaries: Readonly<Record<"vi" | "en", Words>> = { vi, en };

const SpokenContext = createContext<Spoken>({
  words: vi,
  format: formatsOf({ locale: "vi", currency: "VND", timezone: "Asia/Ho_Chi_Minh", nowMs }),
});

type ProviderProps = Omit<FormatTerms, "nowMs"> & { readonly children: ReactNode };

/** Gives every screen beneath it the words and the figures of one language and one shop. */
export function WordsProvider({ locale, currency, timezone, children }: ProviderProps) {
  const spoken = useMemo(
    () => ({
      words: dictionaries[locale],
      format: formatsOf({ locale, currency, timezone, nowMs }),
    }),
    [locale, currency, timezone],
  );
  return <SpokenContext value={spoken}>{children}</SpokenContext>;
}

export const useWords = (): Words => useContext(SpokenContext).words;
export const useFormat = (): Format => useContext(SpokenContext).format;
