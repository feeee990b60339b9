import { useEffect, useState } from "react";
import { useBasket } from "../../stores/till/basket.ts";
import { dueNow, type Method, usePayment } from "../../stores/till/payment.ts";
import { useQuote } from "../../stores/till/quote.ts";
import { unweighedOf } from "../../stores/till/weighing.ts";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { useKeys } from "../../ui/useKeys.ts";
import { refusalText } from "../../words/refusalWords.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Foot.module.css";
import { MorePanel } from "./MorePanel.tsx";
import { PointsEditor } from "./PointsEditor.tsx";
import { ForNothing, GiveBack, Rest, Taken } from "./payment/Taken.tsx";
import { Sum } from "./Sum.tsx";

/** How the total came about, the total, and the keys that take payment. */
export function Foot() {
  const words = useWords();
  const format = useFormat();
  const { quote, refusal, isStale } = useQuote();
  const payments = usePayment((state) => state.payments);
  const [open, setOpen] = useState<"points" | "more">();
  const hasCustomer = useBasket((basket) => basket.customerId !== undefined);
  const isEmpty = useBasket((basket) => basket.lines.length === 0);
  const earned = quote?.pointsEarned ?? 0;
  const canUsePoints = hasCustomer && quote !== undefined;
  const close = () => setOpen(undefined);
  useEffect(() => whenOtherCustomer(() => setOpen(undefined)), []);
  useKeys({
    F5: canUsePoints ? () => setOpen("points") : undefined,
    F1: () => setOpen(open === "more" ? undefined : "more"),
  });
  return (
    <footer className={styles.foot}>
      {open === "points" && quote ? (
        <PointsEditor quote={quote} onClose={close} />
      ) : (
        <Sum onPoints={canUsePoints ? () => setOpen("points") : undefined} />
      )}
      <div className={styles.total}>
        <small>
          {hasCustomer && earned > 0
            ? words.till.sum.customerPaysEarns(format.number(earned))
            : words.till.sum.customerPays}
        </small>
        <b
          className={classes(isStale && styles.waiting, !quote && styles.nothing)}
          data-testid="total"
        >
          {format.amount(quote?.totalMinor ?? 0)} <sub>{format.symbol}</sub>
        </b>
      </div>
      {refusal && (
        <p className={styles.problem} role="alert" data-testid="quote-problem">
          {refusalText(refusal, words.refusals, format)}
        </p>
      )}
      <Unweighed />
      <GiveBack />
      <Taken>
        {quote && <Rest restMinor={dueNow(quote, payments, "transfer")} />}
        {isEmpty && <ForNothing />}
      </Taken>
      <PayKeys onMore={() => setOpen("more")} />
      {open === "more" && <MorePanel onClose={close} />}
    </footer>
  );
}

/** Said before money is asked for: a key that takes it goes to the weight instead. */
function Unweighed() {
  const words = useWords().till.basket;
  const format = useFormat();
  const { lines, editingId } = useBasket();
  // The one in whose place its weight is asked for needs no second word.
  const [first, ...others] = unweighedOf(lines).filter(({ lineId }) => lineId !== editingId);
  if (!first) return null;
  return (
    <p className={styles.unweighed} role="status" data-testid="unweighed">
      {others.length === 0
        ? words.weighFirst(first.name)
        : words.weighAllFirst(first.name, format.number(others.length))}
    </p>
  );
}

/** Points that are being typed are of whoever stood there. Returns what ends it. */
const whenOtherCustomer = (act: () => void): (() => void) =>
  useBasket.subscribe((now, before) => {
    if (now.customerId !== before.customerId) act();
  });

function PayKeys({ onMore }: { readonly onMore: () => void }) {
  const { pay: methodWords, transferElsewhere } = useWords().till.sum;
  const format = useFormat();
  const { pay, payments } = usePayment();
  const quote = useQuote((state) => state.quote);
  const isUnweighed = unweighedOf(useBasket((basket) => basket.lines)).length > 0;
  const isNothing = !quote && !isUnweighed;
  const start = (method: Method) => () => pay(method);
  useKeys({ F9: start("cash"), F10: start("transfer"), F11: start("card") });
  const inCashMinor = quote && dueNow(quote, payments, "cash");
  const isRounded = quote && inCashMinor !== dueNow(quote, payments, "transfer");
  const rounded = isRounded ? ` ${format.amount(inCashMinor ?? 0)}` : "";
  const transfer = format.currency === "VND" ? methodWords.transfer : transferElsewhere;
  return (
    <div className={styles.pay}>
      <Button
        look="main"
        size="large"
        keyName="F9"
        isDisabled={isNothing}
        onPress={start("cash")}
        testId="pay-cash"
      >
        {methodWords.cash + rounded}
      </Button>
      <Button size="large" keyName="F10" isDisabled={isNothing} onPress={start("transfer")}>
        {transfer}
      </Button>
      <Button size="large" keyName="F11" isDisabled={isNothing} onPress={start("card")}>
        {methodWords.card}
      </Button>
      <Button size="large" keyName="F1" onPress={onMore}>
        {methodWords.more}
      </Button>
    </div>
  );
}
