import { FileDown } from "lucide-react";
import { useReceipts } from "../../../stores/receipts.ts";
import { Button } from "../../../ui/Button.tsx";
import { useKeys } from "../../../ui/useKeys.ts";
import { outcomeText } from "../../../words/outcomeText.ts";
import { useWords } from "../../../words/WordsContext.tsx";
import styles from "./ReceiptsView.module.css";

/** How printing went, beside the print key: a sale never waits for paper, and a file will do. */
export function PrintOutcomeLine({ receiptNumber }: { readonly receiptNumber: string }) {
  const { payment } = useWords();
  const words = payment.done;
  const { outcome, savePdf } = useReceipts();
  const save = () => void savePdf(words.fileName(receiptNumber));
  const isOffered = outcome?.kind === "not-printed" || outcome?.kind === "not-saved";
  useKeys({ "Ctrl+S": save }, isOffered);
  if (!outcome) return null;
  return (
    <div className={styles.printed}>
      <p role={isOffered ? "alert" : "status"} data-testid="print-outcome">
        {outcomeText(outcome, words)}
      </p>
      {isOffered && (
        <Button
          size="small"
          keyName="Ctrl S"
          keyShortcut="Control+S"
          icon={<FileDown strokeWidth={1.75} aria-hidden="true" />}
          onPress={save}
          testId="save-receipt"
        >
          {words.savePdf}
        </Button>
      )}
    </div>
  );
}
