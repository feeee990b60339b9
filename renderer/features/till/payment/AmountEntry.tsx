import { type FormEvent, useState } from "react";
import { useSession } from "../../../stores/session.ts";
import { takeScan } from "../../../stores/till/omnibox.ts";
import {
  changeFor,
  dueNow,
  hasRefusedCoupon,
  type Method,
  usePayment,
} from "../../../stores/till/payment.ts";
import { quickCash } from "../../../stores/till/quickCash.ts";
import type { Quote } from "../../../stores/till/quote.ts";
import { Button } from "../../../ui/Button.tsx";
import { classes } from "../../../ui/classes.ts";
import { useFocusFirst } from "../../../ui/useFocusFirst.ts";
import { useScannedOver } from "../../../ui/useScannedOver.ts";
import type { Words } from "../../../words/vi/vi.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./PaymentPanel.module.css";

/** What is handed over now, and what goes back; Enter takes it. Nothing typed means exactly what is due. */
export function AmountEntry({ quote }: { readonly quote: Quote }) {
  const { payment } = useWords();
  const format = useFormat();
  const { method, payments, receive, leave, phase } = usePayment();
  const dueMinor = dueNow(quote, payments, method);
  const [typed, setTyped] = useState("");
  const [isWrong, setIsWrong] = useState(false);
  const field = useFocusFirst<HTMLInputElement>();

  const typedMinor = typed.trim() === "" ? dueMinor : format.readMoney(typed);
  const take = (amountMinor: number) => void receive(amountMinor);
  const isHeldUp = hasRefusedCoupon(quote);
  const hint = isHeldUp ? payment.dropFirst : hintFor(method, payment);
  // Goods that came late are looked at in the basket before money is taken again.
  const press = useScannedOver({ typed, restore: leave, onScan: takeScan });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typedMinor === undefined) setIsWrong(true);
    else take(typedMinor);
  };

  return (
    <form className={styles.entry} onKeyDown={press} onSubmit={submit}>
      <div className={styles.due}>
        <span>{payments.length === 0 ? payment.due : payment.rest}</span>
        <b data-testid="due">{format.money(dueMinor)}</b>
      </div>
      <label className={classes(styles.amount, isWrong && styles.wrong)}>
        <span>{amountLabel(method, payment)}</span>
        <input
          ref={field}
          value={typed}
          inputMode="decimal"
          autoComplete="off"
          maxLength={24}
          placeholder={format.amount(dueMinor)}
          aria-invalid={isWrong}
          data-testid="amount"
          data-takes-amount
          onChange={(event) => {
            setIsWrong(false);
            setTyped(format.asTyped(event.currentTarget.value));
          }}
        />
      </label>
      <Change dueMinor={dueMinor} handedMinor={typedMinor} isCash={method === "cash"} />
      {method === "cash" && <QuickAmounts {...{ dueMinor, isHeldUp }} onTake={take} />}
      <p className={styles.hint} role="status">
        {phase === "sending" ? payment.sending : isWrong ? payment.unreadable : hint}
      </p>
      <Button
        submits
        look="main"
        size="large"
        keyName="Enter"
        className={styles.confirm}
        isDisabled={isHeldUp}
      >
        {confirmText(method, payment, (typedMinor ?? 0) < dueMinor)}
      </Button>
    </form>
  );
}

type PaymentWords = Words["payment"];

const amountLabel = (method: Method, words: PaymentWords): string =>
  ({ cash: words.handed, transfer: words.byTransfer, card: words.byCard })[method];

const hintFor = (method: Method, words: PaymentWords): string =>
  ({ cash: words.splitHint, transfer: words.transferHint, card: words.cardHint })[method];

const confirmText = (method: Method, words: PaymentWords, isPart: boolean): string => {
  if (isPart) return words.addPayment;
  return {
    cash: words.confirmCash,
    transfer: words.confirmTransfer,
    card: words.confirmCard,
  }[method];
};

type ChangeProps = {
  readonly dueMinor: number;
  readonly handedMinor: number | undefined;
  readonly isCash: boolean;
};

/** Change due, as large as the total. */
function Change({ dueMinor, handedMinor, isCash }: ChangeProps) {
  const { payment } = useWords();
  const format = useFormat();
  const changeMinor = handedMinor === undefined ? 0 : changeFor(dueMinor, handedMinor);
  const isMissing = changeMinor < 0;
  if (!isCash && !isMissing) {
    return (
      <div className={styles.change}>
        <span className={styles.unconfirmed}>{payment.unconfirmed}</span>
        <b data-testid="to-come">
          {format.amount(dueMinor)} <sub>{format.symbol}</sub>
        </b>
      </div>
    );
  }
  return (
    <div className={styles.change} aria-live="polite">
      <span>{isMissing ? payment.missing : payment.change}</span>
      <b className={classes(isMissing && styles.missing)} data-testid="change">
        {format.amount(Math.abs(changeMinor))} <sub>{format.symbol}</sub>
      </b>
    </div>
  );
}

type QuickAmountsProps = {
  readonly dueMinor: number;
  readonly isHeldUp: boolean;
  readonly onTake: (amountMinor: number) => void;
};

/** One press for what people hand over most; it is taken at once, the change is shown at the end. */
function QuickAmounts({ dueMinor, isHeldUp, onTake }: QuickAmountsProps) {
  const { payment } = useWords();
  const format = useFormat();
  const currency = useSession((state) => state.shop?.currency ?? "VND");
  return (
    <div className={styles.quick} role="toolbar" aria-label={payment.quick}>
      {quickCash(dueMinor, currency).map((amountMinor) => (
        <Button key={amountMinor} isDisabled={isHeldUp} onPress={() => onTake(amountMinor)}>
          {amountMinor === dueMinor ? payment.exact : format.amount(amountMinor)}
        </Button>
      ))}
    </div>
  );
}
