import { FileWarning } from "lucide-react";
import { useImports } from "../../stores/imports.ts";
import { Notice } from "../../ui/Notice.tsx";
import { refusalText } from "../../words/refusalWords.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Orders.module.css";

/** Why the last file was not taken: what happened, what is safe, what to do. */
export function FileRefused() {
  const { orders, refusals } = useWords();
  const format = useFormat();
  const { refusal, dropProblem } = useImports();
  if (dropProblem) return <Refused>{orders.drop.problems[dropProblem]}</Refused>;
  if (!refusal) return null;
  const reasons: Readonly<Record<string, string>> = orders.fileWhy;
  const said =
    refusal.kind === "FileUnreadable"
      ? { ...refusal, why: reasons[refusal.why] ?? refusal.why }
      : refusal;
  return <Refused>{refusalText(said, refusals, format)}</Refused>;
}

function Refused({ children }: { readonly children: string }) {
  return (
    <Notice
      tone="rose"
      isAlert
      icon={<FileWarning strokeWidth={1.75} aria-hidden="true" />}
      className={styles.notice}
      testId="file-refused"
    >
      {children}
    </Notice>
  );
}
