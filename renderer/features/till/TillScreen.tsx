import { useEffect } from "react";
import { usePlace } from "../../stores/place.ts";
import { useReceipts } from "../../stores/receipts.ts";
import { useBasket } from "../../stores/till/basket.ts";
import { keepPanel, useCustomerPanel } from "../../stores/till/customerPanel.ts";
import { usePayment } from "../../stores/till/payment.ts";
import { keepQuoting } from "../../stores/till/quote.ts";
import { isEditable, useKeys } from "../../ui/useKeys.ts";
import { useNarrow } from "../../ui/useNarrow.ts";
import { useWords } from "../../words/WordsContext.tsx";
import { Basket } from "./basket/Basket.tsx";
import { CustomerPanel } from "./customer/CustomerPanel.tsx";
import { CustomerFold } from "./customer/card/CustomerFold.tsx";
import { Foot } from "./Foot.tsx";
import { DoneView } from "./payment/DoneView.tsx";
import { PaymentPanel } from "./payment/PaymentPanel.tsx";
import { ReceiptsView } from "./receipts/ReceiptsView.tsx";
import styles from "./TillScreen.module.css";

/** The till: what is bought, who buys it, and what it comes to. */
export function TillScreen() {
  const { shell } = useWords();
  const isNarrow = useNarrow();
  useSelling();
  useTillKeys();
  return (
    <div className={styles.till}>
      {isNarrow && <CustomerFold />}
      <main className={styles.main}>
        <h1 className="visually-hidden">{shell.place.till}</h1>
        <Work />
      </main>
      {!isNarrow && <CustomerPanel />}
    </div>
  );
}

function Work() {
  const { phase, done, attempt } = usePayment();
  const isReceiptsOpen = useReceipts((state) => state.isOpen);
  if (isReceiptsOpen) return <ReceiptsView />;
  if (phase === "done" && done) return <DoneView done={done} />;
  const isPaying = phase === "paying" || phase === "sending" || attempt !== undefined;
  return (
    <>
      <Basket />
      {isPaying ? <PaymentPanel /> : <Foot />}
    </>
  );
}

/** While the till is shown: prices and profile follow the basket, and a lost answer is asked for. */
const useSelling = (): void => {
  useEffect(() => {
    const endQuoting = keepQuoting();
    const endPanel = keepPanel();
    const { attempt, askAgain } = usePayment.getState();
    if (attempt) void askAgain();
    return () => {
      endQuoting();
      endPanel();
    };
  }, []);
};

const useTillKeys = (): void => {
  const phase = usePayment((state) => state.phase);
  const isSelling = phase === "selling";
  useKeys({ F2: openCustomer }, isSelling || phase === "done");
  useKeys(
    {
      F3: editLine,
      F12: () => void useReceipts.getState().open(),
      "Ctrl+Delete": () => useBasket.getState().clear(),
    },
    isSelling,
  );
  useEffect(() => {
    document.addEventListener("click", comeBackToOmnibox);
    document.addEventListener("keyup", comeBackToOmnibox);
    comeBackToOmnibox();
    return () => {
      document.removeEventListener("click", comeBackToOmnibox);
      document.removeEventListener("keyup", comeBackToOmnibox);
    };
  }, []);
};

const openCustomer = (): void => {
  const { customerId } = useBasket.getState();
  if (customerId === undefined) useCustomerPanel.getState().startAdding();
  else usePlace.getState().openCustomer(customerId);
};

const editLine = (): void => {
  const { selectedId, editingId, edit } = useBasket.getState();
  edit(editingId === undefined ? selectedId : undefined);
};

/**
 * A finger or a mouse leaves the focus where the next scan or amount goes, and so does a panel that closed
 * under it; the keyboard keeps its own place.
 */
const comeBackToOmnibox = (event?: Event): void => {
  const isPointed = event instanceof MouseEvent && event.detail > 0;
  const isLost = document.activeElement === document.body;
  if (!(isPointed || isLost) || isEditable(document.activeElement)) return;
  const amount = document.querySelector<HTMLInputElement>("[data-takes-amount]");
  const omnibox = document.querySelector<HTMLInputElement>("[role=combobox]");
  (amount ?? omnibox)?.focus({ preventScroll: true });
};
