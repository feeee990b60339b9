import type { ReactNode } from "react";
import type { AnyRefusal } from "../rpc/answer.ts";
import { Notice } from "../ui/Notice.tsx";
import { refusalText } from "./refusalWords.ts";
import { useFormat, useWords } from "./WordsContext.tsx";

type RefusalNoticeProps = {
  readonly refusal: AnyRefusal | undefined;
  readonly className?: string | undefined;
  readonly testId?: string;
  /** What else is to be said of it. */
  readonly children?: ReactNode;
};

/** Why the last thing asked for was refused, read out at once; nothing where it was not. */
export function RefusalNotice({ refusal, children, ...notice }: RefusalNoticeProps) {
  const { refusals } = useWords();
  const format = useFormat();
  if (!refusal) return null;
  return (
    <Notice tone="rose" isAlert {...notice}>
      {refusalText(refusal, refusals, format)} {children}
    </Notice>
  );
}
