import { Banknote, CreditCard, QrCode } from "lucide-react";
import { usePayment } from "../../../stores/till/payment.ts";
import { useQuote } from "../../../stores/till/quote.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { useKeys } from "../../../ui/useKeys.ts";
import { RefusalNotice } from "../../../words/RefusalNotice.tsx";
import { useWords } from "../../../words/WordsContext.tsx";
import { RefusedCoupons } from "../RefusedCoupons.tsx";
import { AmountEntry } from "./AmountEntry.tsx";
import styles from "./PaymentPanel.module.css";
import { Taken } from "./Taken.tsx";

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
      <Taken />
      <AmountEntry key={`${method} ${payments.length}`} quote={quote} />
      <RefusalNotice refusal={refusal} testId="payment-problem" />
    </section>
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
