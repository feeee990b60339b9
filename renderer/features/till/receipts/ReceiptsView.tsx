import { type ListedSale, useReceipts } from "../../../stores/receipts.ts";
import { Button } from "../../../ui/Button.tsx";
import { classes } from "../../../ui/classes.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { More } from "../../../ui/More.tsx";
import { PaperFrame } from "../../../ui/PaperFrame.tsx";
import { useInSight } from "../../../ui/useInSight.ts";
import { useKeys } from "../../../ui/useKeys.ts";
import { refusalText } from "../../../words/refusalWords.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { PrintOutcomeLine } from "./PrintOutcomeLine.tsx";
import styles from "./ReceiptsView.module.css";

/** Receipts of before, each as it was printed, to be printed again. */
export function ReceiptsView() {
  const { till, refusals } = useWords();
  const words = till.receipts;
  const format = useFormat();
  const { sales, saleId, paper, refusal, show, more, print, close } = useReceipts();
  const receiptNumber = sales.find((sale) => sale.saleId === saleId)?.receiptNumber ?? "";
  const step = (by: 1 | -1) => () => {
    const at = sales.findIndex((sale) => sale.saleId === saleId);
    const next = sales[at + by];
    if (next) void show(next.saleId);
    else if (by === 1) void more();
  };
  useKeys({
    Escape: close,
    ArrowDown: step(1),
    ArrowUp: step(-1),
    "Ctrl+P": () => void print(),
    Enter: () => void print(),
  });
  return (
    <section className={styles.view} aria-label={words.title} data-testid="receipts">
      <SaleList />
      <div className={styles.paper}>
        <PaperFrame title={words.title} url={paper?.url} />
        {refusal && <p role="alert">{refusalText(refusal, refusals, format)}</p>}
        <div className={styles.actions}>
          <Button look="main" keyName="Enter" isDisabled={!paper} onPress={() => void print()}>
            {words.print}
          </Button>
          <Button look="quiet" keyName="Esc" onPress={close}>
            {words.close}
          </Button>
        </div>
        <PrintOutcomeLine receiptNumber={receiptNumber} />
      </div>
    </section>
  );
}

function SaleList() {
  const { till, shell } = useWords();
  const words = till.receipts;
  const { sales, next, more } = useReceipts();
  return (
    <div className={styles.list}>
      <h2>{words.title}</h2>
      {sales.length === 0 && <Empty title={words.none} />}
      <ul>
        {sales.map((sale) => (
          <li key={sale.saleId}>
            <SaleKey sale={sale} />
          </li>
        ))}
      </ul>
      {next !== undefined && (
        <More label={shell.showMore} onPress={() => void more()} testId="more-sales" />
      )}
    </div>
  );
}

function SaleKey({ sale }: { readonly sale: ListedSale }) {
  const words = useWords().till.receipts;
  const format = useFormat();
  const show = useReceipts((receipts) => receipts.show);
  const isShown = useReceipts(({ saleId }) => saleId === sale.saleId);
  const key = useInSight(isShown);
  return (
    <button
      ref={key}
      type="button"
      className={classes(styles.sale, isShown && styles.chosen)}
      aria-current={isShown}
      onClick={() => void show(sale.saleId)}
    >
      <span>{sale.receiptNumber}</span>
      <b>{format.amount(sale.totalMinor)}</b>
      <small>{format.dayTime(sale.soldAtMs)}</small>
      <small>{words.items(format.number(sale.lineCount))}</small>
    </button>
  );
}
