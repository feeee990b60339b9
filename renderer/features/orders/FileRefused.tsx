import { FileWarning } from "lucide-react";
import { type ImportRefusal, useImports } from "../../stores/imports.ts";
import { Notice } from "../../ui/Notice.tsx";
import { refusalText } from "../../words/refusalWords.ts";
import type { Words } from "../../words/vi/vi.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Orders.module.css";

/** Why the last file was not taken: what happened, what is safe, what to do. */
export function FileRefused() {
  const { orders, refusals } = useWords();
  const format = useFormat();
  const { refusal, dropProblem } = useImports();
  if (dropProblem) return <Refused>{orders.drop.problems[dropProblem]}</Refused>;
  if (!refusal) return null;
  const said = inWords(refusal, orders);
  return <Refused>{refusalText(said, refusals, format)}</Refused>;
}

/** The refusal with what the engine names by a key of its own called as the window calls it. */
const inWords = (refusal: ImportRefusal, { fileWhy, mapping }: Words["orders"]): ImportRefusal => {
  const reasons: Readonly<Record<string, string>> = fileWhy;
  const fields: Readonly<Record<string, string>> = mapping.fields;
  switch (refusal.kind) {
    case "FileUnreadable":
      return { ...refusal, why: reasons[refusal.why] ?? refusal.why };
    case "MappingInvalid":
      return { ...refusal, missing: refusal.missing?.map((field) => fields[field] ?? field) };
    default:
      return refusal;
  }
};

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
