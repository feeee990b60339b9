import { X } from "lucide-react";
import type { ReactNode } from "react";
import { type Payment, usePayment } from "../../../stores/till/payment.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./Taken.module.css";

type TakenProps = { readonly children?: ReactNode };

/** What was taken already of a payment in parts, also while the basket is gone back to. */
export function Taken({ children }: TakenProps) {
  const { payment: words } = useWords();
  const format = useFormat();
  const { payments, dropPayment } = usePayment();
  if (payments.length === 0) return null;
  return (
    <div className={styles.taken} data-testid="taken">
      <span>{words.payments}</span>
      <ul aria-label={words.payments}>
        {payments.map(({ method, amountMinor }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two equal payments differ only by their place
          <li key={`${at} ${method}`}>
            <span>{words.paymentOf[method]}</span>
            <b>{format.money(amountMinor)}</b>
            <button type="button" aria-label={words.dropPayment} onClick={() => dropPayment(at)}>
              <X strokeWidth={1.75} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      {children}
    </div>
  );
}

/** What the total above is less by: it is of the whole basket. */
export function Rest({ restMinor }: { readonly restMinor: number }) {
  const { payment: words } = useWords();
  const format = useFormat();
  return (
    <p className={styles.rest} data-testid="rest">
      {words.rest} <b>{format.money(restMinor)}</b>
    </p>
  );
}

/** Nothing lies in the basket that was paid for in part. */
export function ForNothing() {
  const { payment: words } = useWords();
  return (
    <p role="status" data-testid="taken-for-nothing">
      {words.forNothing}
    </p>
  );
}

/** What is the customer's of a basket that was let go, until somebody says that they have it. */
export function GiveBack() {
  const { payment: words } = useWords();
  const said = usePartsSaid();
  const { toGiveBack, noteGivenBack } = usePayment();
  if (toGiveBack.length === 0) return null;
  return (
    <Notice
      isAlert
      className={styles.giveBack}
      testId="give-back"
      action={
        <Button size="small" onPress={noteGivenBack}>
          {words.givenBack}
        </Button>
      }
    >
      {words.giveBack(said(toGiveBack))}
    </Notice>
  );
}

const usePartsSaid = () => {
  const { payment: words } = useWords();
  const format = useFormat();
  return (payments: readonly Payment[]): string =>
    payments
      .map(({ method, amountMinor }) => `${words.paymentOf[method]} ${format.money(amountMinor)}`)
      .join(", ");
};
