import { FileDown, Printer, Table2 } from "lucide-react";
import { useCoupons } from "../../../stores/campaigns/coupons.ts";
import { Button } from "../../../ui/Button.tsx";
import { useKeys } from "../../../ui/useKeys.ts";
import { useWords } from "../../../words/WordsContext.tsx";

/** What can be done with the sheets. */
export function PaperKeys() {
  const { list: words } = useWords().campaigns;
  const { shown, paper, print, savePdf, saveTable, close } = useCoupons();
  const isReady = paper !== undefined;
  const save = () => void savePdf(words.fileName(shown?.name ?? ""));
  const saveAs = (format: "csv" | "xlsx") => () =>
    void saveTable(format, words.tableName(shown?.name ?? "", format));
  useKeys({
    "Ctrl+P": () => void print(),
    "Ctrl+S": save,
    "Ctrl+B": saveAs("csv"),
    "Ctrl+E": saveAs("xlsx"),
  });
  return (
    <>
      <Button look="quiet" keyName="Esc" onPress={close}>
        {words.close}
      </Button>
      <Button
        keyName="Ctrl B"
        keyShortcut="Control+B"
        icon={<Table2 strokeWidth={1.75} aria-hidden="true" />}
        isDisabled={!isReady}
        onPress={saveAs("csv")}
        testId="save-csv"
      >
        {words.csv}
      </Button>
      <Button
        keyName="Ctrl E"
        keyShortcut="Control+E"
        icon={<Table2 strokeWidth={1.75} aria-hidden="true" />}
        isDisabled={!isReady}
        onPress={saveAs("xlsx")}
        testId="save-xlsx"
      >
        {words.xlsx}
      </Button>
      <Button
        keyName="Ctrl S"
        keyShortcut="Control+S"
        icon={<FileDown strokeWidth={1.75} aria-hidden="true" />}
        isDisabled={!isReady}
        onPress={save}
        testId="save-pdf"
      >
        {words.pdf}
      </Button>
      <Button
        look="main"
        keyName="Ctrl P"
        keyShortcut="Control+P"
        icon={<Printer strokeWidth={1.75} aria-hidden="true" />}
        isDisabled={!isReady}
        onPress={() => void print()}
      >
        {words.print}
      </Button>
    </>
  );
}
