import { FileUp } from "lucide-react";
import { useEffect } from "react";
import { fileNameOf, useImports } from "../../stores/imports.ts";
import { Button } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import { DropZone } from "./DropZone.tsx";
import { FileRefused } from "./FileRefused.tsx";
import { ImportResult } from "./ImportResult.tsx";
import { Mapping } from "./Mapping.tsx";
import { OrderLists } from "./OrderLists.tsx";
import styles from "./Orders.module.css";
import { Rehearsal } from "./Rehearsal.tsx";
import { Undone } from "./Undone.tsx";

/** Online orders: what came in, and the way in for a file. */
export function OrdersScreen() {
  const load = useImports((state) => state.load);
  useEffect(() => void load(), [load]);
  return (
    <DropZone>
      <Step />
    </DropZone>
  );
}

function Step() {
  const step = useImports((state) => state.step);
  switch (step) {
    case "list":
      return <Lists />;
    case "rehearsing":
    case "importing":
      return <Working />;
    case "mapping":
      return <Mapping />;
    case "rehearsed":
      return <Rehearsal />;
    case "done":
      return <ImportResult />;
  }
}

function Lists() {
  const { orders } = useWords();
  const choose = useImports((state) => state.choose);
  useKeys({ "Ctrl+O": () => void choose() });
  return (
    <Page
      title={orders.title}
      lead={orders.lead}
      testId="orders"
      actions={
        <Button
          look="main"
          keyName="Ctrl O"
          keyShortcut="Control+O"
          icon={<FileUp strokeWidth={1.75} aria-hidden="true" />}
          onPress={() => void choose()}
          testId="choose-file"
        >
          {orders.importFile}
        </Button>
      }
    >
      <FileRefused />
      <Undone />
      <OrderLists />
    </Page>
  );
}

function Working() {
  const { orders } = useWords();
  const format = useFormat();
  const { step, path, progress } = useImports();
  const { done, total } = progress;
  const share = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0;
  return (
    <Page title={orders.title} lead={fileNameOf(path)}>
      <FileRefused />
      <div className={styles.working}>
        <Progress
          label={step === "rehearsing" ? orders.rehearsing : orders.importing}
          done={done}
          total={total}
          figure={total > 0 ? orders.percent(format.number(share)) : ""}
        />
      </div>
    </Page>
  );
}
