import { Banknote, CreditCard, QrCode, X } from "lucide-react";
import { type Payment, usePayment } from "../../../stores/till/payment.ts";
import { useQuote } from "../../../stores/till/quote.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { useKeys } from "../../../ui/useKeys.ts";
import { RefusalNotice } from "../../../words/RefusalNotice.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { RefusedCoupons } from "../RefusedCoupons.tsx";
import { AmountEntry } from "./AmountEntry.tsx";
import styles from "./PaymentPanel.module.css";

const methods = [
  ["cash", "F9", Banknote],
  ["transfer", "F10", QrCode],
  ["card", "F11", CreditCard],
] as const;

/** Taking money, in the place of the foot: one way, or several after each other. */
export function PaymentPanel() {
  const { payment, till } = useWords();
  const { phase, method, payments, pay, leave, attempt, refusal } = usePayment();
  const quote = useQuote((state) => state.quote);
  useKeys({
    Escape: leave,
    F9: () => pay("cash"),
    F10: () => pay("transfer"),
    F11: () => pay("card"),
  });
  const isSending = phase === "sending";
  // The answer comes within the blink of an eye: what stands here stays, or the total would jump.
  if (attempt && !(isSending && quote)) return <Unanswered isSending={isSending} />;
  if (!quote) return null;
  return (
    <section className={styles.panel} aria-label={payment.title} data-testid="payment">
      <div className={styles.methods} role="toolbar" aria-label={payment.methods}>
        {methods.map(([each, keyName, Icon]) => (
          <Button
            key={each}
            isPressed={method === each}
            keyName={keyName}
            icon={<Icon strokeWidth={1.75} aria-hidden="true" />}
            onPress={() => pay(each)}
          >
            {each === "transfer" ? till.sum.pay.transfer : payment.paymentOf[each]}
          </Button>
        ))}
        <Button look="quiet" keyName="Esc" className={styles.back} onPress={leave}>
          {payment.back}
        </Button>
      </div>
      <RefusedCoupons coupons={quote.coupons} />
      <Payments payments={payments} />
      <AmountEntry key={`${method} ${payments.length}`} quote={quote} />
      <RefusalNotice refusal={refusal} testId="payment-problem" />
    </section>
  );
}

function Payments({ payments }: { readonly payments: readonly Payment[] }) {
  const { payment } = useWords();
  const format = useFormat();
  const dropPayment = usePayment((state) => state.dropPayment);
  if (payments.length === 0) return null;
  return (
    <ul className={styles.payments} aria-label={payment.payments}>
      {payments.map(({ method, amountMinor }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two equal payments differ only by their place
        <li key={`${at} ${method}`}>
          <span>{payment.paymentOf[method]}</span>
          <b>{format.money(amountMinor)}</b>
          <button type="button" aria-label={payment.dropPayment} onClick={() => dropPayment(at)}>
            <X strokeWidth={1.75} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The answer to a sale is still out: it is being asked for, or it may be asked for again. */
function Unanswered({ isSending }: { readonly isSending: boolean }) {
  const { payment } = useWords();
  const askAgain = usePayment((state) => state.askAgain);
  useKeys({ Enter: () => void askAgain() }, !isSending);
  return (
    <section className={styles.panel} aria-label={payment.title}>
      <Notice tone={isSending ? "plain" : "gold"} isAlert={!isSending}>
        {isSending ? payment.sending : payment.unanswered}
      </Notice>
      {!isSending && (
        <Button look="main" size="large" keyName="Enter" onPress={() => void askAgain()}>
          {payment.askAgain}
        </Button>
      )}
    </section>
  );
}
