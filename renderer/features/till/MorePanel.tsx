import { useReceipts } from "../../stores/receipts.ts";
import { useSession } from "../../stores/session.ts";
import { useBasket } from "../../stores/till/basket.ts";
import { Button } from "../../ui/Button.tsx";
import { Kbd } from "../../ui/Kbd.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { useNarrow } from "../../ui/useNarrow.ts";
import { useWords } from "../../words/WordsContext.tsx";
import styles from "./MorePanel.module.css";

/** What is needed less often, and every key of the till. */
export function MorePanel({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const { more, keys } = words.till;
  const rows = useNarrow() ? [...keyRows, ...narrowKeyRows] : keyRows;
  useKeys({ Escape: onClose });
  const act = (work: () => void) => () => {
    onClose();
    work();
  };
  return (
    <section className={styles.panel} aria-label={more.title}>
      <div className={styles.actions}>
        <Button keyName="F12" onPress={act(() => void useReceipts.getState().open())}>
          {more.receipts}
        </Button>
        <Button keyName="Ctrl Del" onPress={act(() => useBasket.getState().clear())}>
          {more.clear}
        </Button>
        <Button keyName="Ctrl L" onPress={act(() => void useSession.getState().lock())}>
          {more.lock}
        </Button>
        <Button look="quiet" keyName="Esc" onPress={onClose}>
          {more.close}
        </Button>
      </div>
      <h2>{more.keys}</h2>
      <dl className={styles.keys}>
        {rows.map(([names, word]) => (
          <div key={word}>
            <dt>
              {names.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dt>
            <dd>{keys[word]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const keyRows = [
  [["/"], "omnibox"],
  [["↑", "↓"], "lineUpDown"],
  [["+", "−"], "plusMinus"],
  [["3*"], "times"],
  [["F3"], "edit"],
  [["Del"], "remove"],
  [["Ctrl Z"], "undo"],
  [["F2"], "customer"],
  [["F5"], "points"],
  [["F6", "F7", "F8"], "suggestions"],
  [["Ctrl 1", "…", "Ctrl 4"], "coupons"],
  [["Ctrl 0"], "typedCoupon"],
  [["?"], "why"],
  [["F9", "F10", "F11"], "pay"],
  [["Alt 1", "…", "Alt 6"], "places"],
  [["Esc"], "escape"],
] as const;

const narrowKeyRows = [[["Ctrl K"], "unfold"]] as const;
