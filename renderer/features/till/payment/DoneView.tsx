import { CircleCheckBig } from "lucide-react";
import { useReceipts } from "../../../stores/receipts.ts";
import { type Done, usePayment } from "../../../stores/till/payment.ts";
import { Button } from "../../../ui/Button.tsx";
import { PaperFrame } from "../../../ui/PaperFrame.tsx";
import { useKeys } from "../../../ui/useKeys.ts";
import { refusalText } from "../../../words/refusalWords.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { PrintOutcomeLine } from "../receipts/PrintOutcomeLine.tsx";
import styles from "./PaymentPanel.module.css";

/** Sold: the change as large as the total, the receipt as it will be printed, and on to the next. */
export function DoneView({ done }: { readonly done: Done }) {
  const { payment, refusals } = useWords();
  const words = payment.done;
  const format = useFormat();
  const startNext = usePayment((state) => state.startNext);
  const { paper, refusal, print } = useReceipts();
  useKeys({ Enter: startNext, Escape: startNext, "Ctrl+P": () => void print() });
  return (
    <div className={styles.done} data-testid="done">
      <div className={styles.outcome}>
        <CircleCheckBig size={30} strokeWidth={1.75} color="var(--tea)" aria-hidden="true" />
        <h2>{words.title}</h2>
        <p data-testid="receipt-number">{words.receipt(done.receiptNumber)}</p>
        <ChangeDue done={done} />
        <Points done={done} />
        {done.roundingMinor !== 0 && <p>{words.rounding(format.money(done.roundingMinor))}</p>}
        <div className={styles.keys}>
          <Button look="main" size="large" keyName="Enter" onPress={startNext} testId="next-sale">
            {words.next}
          </Button>
          <Button
            size="large"
            keyName="Ctrl P"
            keyShortcut="Control+P"
            isDisabled={!paper}
            onPress={() => void print()}
          >
            {words.print}
          </Button>
        </div>
        <PrintOutcomeLine receiptNumber={done.receiptNumber} />
        {refusal && <p role="alert">{refusalText(refusal, refusals, format)}</p>}
      </div>
      <div className={styles.paper}>
        <PaperFrame title={words.preview} url={paper?.url} />
      </div>
    </div>
  );
}

function ChangeDue({ done }: { readonly done: Done }) {
  const { payment } = useWords();
  const format = useFormat();
  const hasCash = done.payments.some(({ method }) => method === "cash");
  if (!hasCash) return null;
  if (done.changeMinor === 0) {
    return <div className={`${styles.exact} ${styles.label}`}>{payment.done.noChange}</div>;
  }
  return (
    <>
      <div className={styles.label}>{payment.change}</div>
      <div className={styles.large} data-testid="change-due">
        {format.amount(done.changeMinor)} <sub>{format.symbol}</sub>
      </div>
    </>
  );
}

function Points({ done }: { readonly done: Done }) {
  const words = useWords().payment.done;
  const format = useFormat();
  if (done.pointsBalance === undefined) return null;
  const inHand = format.number(done.pointsBalance);
  if (done.pointsEarned === 0) return <p>{words.hasPoints(inHand)}</p>;
  const balance = words.balance(inHand);
  return <p>{`${words.earned(format.number(done.pointsEarned))}, ${balance}`}</p>;
}
