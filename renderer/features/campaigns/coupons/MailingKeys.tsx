import { useCoupons } from "../../../stores/campaigns/coupons.ts";
import { Button } from "../../../ui/Button.tsx";
import { useKeys } from "../../../ui/useKeys.ts";
import { useWords } from "../../../words/WordsContext.tsx";
import styles from "./CouponList.module.css";

/** The open coupons as a table with where to mail them, for whoever sends or prints elsewhere. */
export function MailingKeys() {
  const { list: words } = useWords().campaigns;
  const { shown, paper, saveTable } = useCoupons();
  const isReady = paper !== undefined;
  const saveAs = (format: "csv" | "xlsx") => () =>
    void saveTable(format, words.tableName(shown?.name ?? "", format));
  useKeys({ "Ctrl+B": saveAs("csv"), "Ctrl+E": saveAs("xlsx") });
  return (
    <fieldset className={styles.mailing}>
      <legend>{words.mailing}</legend>
      <Button
        size="small"
        keyName="Ctrl B"
        keyShortcut="Control+B"
        isDisabled={!isReady}
        onPress={saveAs("csv")}
        testId="save-csv"
      >
        {words.csv}
      </Button>
      <Button
        size="small"
        keyName="Ctrl E"
        keyShortcut="Control+E"
        isDisabled={!isReady}
        onPress={saveAs("xlsx")}
        testId="save-xlsx"
      >
        {words.xlsx}
      </Button>
    </fieldset>
  );
}
