import type { Lift } from "../../stores/campaigns/results.ts";
import { Meter } from "../../ui/charts/Meter.tsx";
import { RangeBar } from "../../ui/charts/RangeBar.tsx";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Results.module.css";

/** Two offers that were tried on people drawn by lot, side by side. */
export function Arms({ lift: { arms, between, basis } }: { readonly lift: Lift }) {
  const { results: words } = useWords();
  const { number, money } = useFormat();
  if (!arms) return null;
  return (
    <section className={styles.part} data-testid="arms">
      <h2>{words.arms}</h2>
      {between && <p className={styles.between}>{words.between[between.verdict]}</p>}
      <div className={styles.arms}>
        {arms.map(({ arm, offerText, customers, buyers, spentMinor, redeemed }) => {
          const bought = words.armBought(number(buyers), number(customers));
          return (
            <div key={arm} className={styles.arm}>
              <small>{words.arm(arm.toUpperCase())}</small>
              <b>{offerText}</b>
              <Meter label={bought} value={buyers} whole={customers} />
              <p>{bought}</p>
              <p>{words.armSpent(money(spentMinor))}</p>
              <p>{words.armRedeemed(number(redeemed))}</p>
            </div>
          );
        })}
      </div>
      {between && between.low < between.high && (
        <Between name={words.betweenBar[basis]} {...between} />
      )}
    </section>
  );
}

type BetweenProps = NonNullable<Lift["between"]> & { readonly name: string };

function Between({ name, value, low, high }: BetweenProps) {
  const { results: words } = useWords();
  const { money } = useFormat();
  return (
    <div className={styles.betweenBar}>
      <small>{name}</small>
      <RangeBar
        {...{ value, low, high, write: money, tone: "plain" }}
        label={words.measure(name, money(value), money(low), money(high))}
      />
    </div>
  );
}
