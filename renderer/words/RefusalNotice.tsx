import type { AnyRefusal } from "../rpc/answer.ts";
import { Notice } from "../ui/Notice.tsx";
import { refusalText } from "./refusalWords.ts";
import { useFormat, useWords } from "./WordsContext.tsx";

type RefusalNoticeProps = {
  readonly refusal: AnyRefusal | undefined;
  readonly className?: string | undefined;
  readonly testId?: string;
};

/** Why the last thing asked for was refused, read out at once; nothing where it was not. */
export function RefusalNotice({ refusal, ...notice }: RefusalNoticeProps) {
  const { refusals } = useWords();
  const format = useFormat();
  if (!refusal) return null;
  return (
    <Notice tone="rose" isAlert {...notice}>
      {refusalText(refusal, refusals, format)}
    </Notice>
  );
}
