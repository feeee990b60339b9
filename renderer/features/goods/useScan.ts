import { type KeyboardEvent, useState } from "react";
import type { ProductDraft } from "../../stores/goods/productDraft.ts";
import { looksLikeBarcode } from "../../stores/till/typed.ts";
import { scanBurst } from "../../ui/scanBurst.ts";

type Scanned = { readonly code: string; readonly before: ProductDraft };

/** Hears what is typed into the form, and tells a scanned code with the form as it was before it. */
export const useScan = (draft: ProductDraft) => {
  const [heard] = useState(() => ({ burst: scanBurst(), code: "", before: draft, lastAtMs: 0 }));
  const restart = () => {
    heard.burst.restart();
    heard.code = "";
  };
  return {
    hear: ({ key, timeStamp }: KeyboardEvent): void => {
      if (key.length !== 1) {
        if (key !== "Enter") restart();
        return;
      }
      if (heard.code !== "" && timeStamp - heard.lastAtMs > PAUSE_MS) restart();
      if (heard.code === "") heard.before = draft;
      heard.code += key;
      heard.lastAtMs = timeStamp;
      heard.burst.hear(timeStamp);
    },
    /** At the Enter with which a scanner ends; undefined where it stands in its own field. */
    taken: (): Scanned | undefined => {
      const { burst, code, before } = heard;
      const isScan = burst.isScan(code.length) && looksLikeBarcode(code);
      const isInPlace = draft.barcode === code && before.barcode !== code;
      restart();
      return isScan && !isInPlace ? { code, before } : undefined;
    },
  };
};

/** Nobody types on so quickly, and no scanner waits so long. */
const PAUSE_MS = 100;
