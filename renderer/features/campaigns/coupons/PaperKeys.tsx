import { FileDown, Printer } from "lucide-react";
import { useCoupons } from "../../../stores/campaigns/coupons.ts";
import { Button } from "../../../ui/Button.tsx";
import { useKeys } from "../../../ui/useKeys.ts";
import { useWords } from "../../../words/WordsContext.tsx";
import { usePart } from "./usePart.ts";

/** What can be done with the sheets. */
export function PaperKeys() {
  const { list: words } = useWords().campaigns;
  const { shown, list, paper, print, savePdf, close } = useCoupons();
  const part = usePart();
  const isReady = paper !== undefined && list?.pages !== 0;
  const name = [shown?.name, part].filter(Boolean).join(", ");
  const save = () => void savePdf(words.fileName(name));
  useKeys({ "Ctrl+P": () => void print(), "Ctrl+S": save });
  return (
    <>
      <Button look="quiet" keyName="Esc" onPress={() => void close()}>
        {words.close}
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
