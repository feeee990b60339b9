import type { PaperOutcome, PrintFailure, SaveFailure } from "../rpc/answer.ts";

/** What one kind of paper says of its way to the printer or into a file. */
type PaperWords = {
  readonly printing: string;
  readonly saving: string;
  readonly printed: string;
  readonly notPrinted: Readonly<Record<PrintFailure, string>>;
  readonly saved: (path: string) => string;
  readonly notSaved: Readonly<Record<SaveFailure, string>>;
};

export const outcomeText = (outcome: PaperOutcome, words: PaperWords): string => {
  switch (outcome.kind) {
    case "printing":
      return words.printing;
    case "saving":
      return words.saving;
    case "printed":
      return words.printed;
    case "not-printed":
      return words.notPrinted[outcome.why];
    case "saved":
      return words.saved(outcome.path);
    case "not-saved":
      return words.notSaved[outcome.why];
  }
};
