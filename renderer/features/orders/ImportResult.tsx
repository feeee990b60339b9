import { useImports } from "../../stores/imports.ts";
import { Button } from "../../ui/Button.tsx";
import { Figures } from "../../ui/Figures.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import { FileRefused } from "./FileRefused.tsx";
import styles from "./Orders.module.css";
import { Undone } from "./Undone.tsx";

/** What came in, where the rejected rows are, and the way back. */
export function ImportResult() {
  const { rehearsal, result: words } = useWords().orders;
  const format = useFormat();
  const { result, undone, undo, leave, choose } = useImports();
  useKeys({ Enter: leave, Escape: leave, "Ctrl+O": () => void choose() });
  if (!result) return null;
  const { number } = format;
  return (
    <Page
      title={words.title}
      lead={words.lead(number(result.created + result.updated))}
      testId="import-result"
      actions={
        <>
          {!undone && (
            <Button look="harm" onPress={() => void undo(result.importId)} testId="undo-import">
              {words.undo}
            </Button>
          )}
          <Button keyName="Ctrl O" keyShortcut="Control+O" onPress={() => void choose()}>
            {words.another}
          </Button>
          <Button look="main" keyName="Enter" onPress={leave}>
            {words.close}
          </Button>
        </>
      }
    >
      <div className={styles.stack}>
        <FileRefused />
        <Undone />
        <Figures
          figures={[
            {
              key: "created",
              value: number(result.created),
              label: rehearsal.created,
              tone: "tea",
            },
            { key: "updated", value: number(result.updated), label: rehearsal.updated },
            { key: "unchanged", value: number(result.unchanged), label: rehearsal.unchanged },
            { key: "rejected", value: number(result.rejected), label: rehearsal.rejected },
            { key: "matched", value: number(result.customersMatched), label: rehearsal.matched },
            { key: "new", value: number(result.customersCreated), label: rehearsal.newCustomers },
          ]}
        />
        {result.rejectsPath !== undefined && (
          <Notice tone="gold">
            {words.rejects(number(result.rejected))}
            <span className={styles.path}>{result.rejectsPath}</span>
          </Notice>
        )}
      </div>
    </Page>
  );
}
