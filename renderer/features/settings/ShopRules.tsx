import { useEffect } from "react";
import { useShopSettings } from "../../stores/shopSettings.ts";
import { Choices } from "../../ui/Choices.tsx";
import { RefusalNotice } from "../../words/RefusalNotice.tsx";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Settings.module.css";

const contactCaps = [1, 2, 4, 8];
const controlShares = [0, 200, 500, 1_000];
const marginFloors = [0, 500, 1_000, 2_000];
const assumedMargins = [1_500, 2_500, 3_500, 5_000];

/** What the owner decides for the whole shop; takes effect at once, and from now on only. */
export function ShopRules() {
  const { settings: words } = useWords();
  const format = useFormat();
  const { settings, refusal, load, change } = useShopSettings();
  useEffect(() => void load(), [load]);
  const { rules } = words;
  const share = (bps: number) => format.rate(bps);
  return (
    <section className={styles.part} aria-label={words.sections.rules}>
      <h2>{words.sections.rules}</h2>
      <RefusalNotice refusal={refusal} />
      {settings && (
        <div className={styles.choices}>
          <Numbers
            label={rules.contactCap}
            value={settings.contactCapPerMonth}
            usual={contactCaps}
            say={(count) => rules.times(format.number(count))}
            onChoose={(contactCapPerMonth) => change({ contactCapPerMonth })}
          />
          <Numbers
            label={rules.control}
            value={settings.suggestionControlBps}
            usual={controlShares}
            say={(bps) => (bps === 0 ? rules.noControl : share(bps))}
            onChoose={(suggestionControlBps) => change({ suggestionControlBps })}
          />
          <Numbers
            label={rules.marginFloor}
            value={settings.marginFloorBps ?? 0}
            usual={marginFloors}
            say={(bps) => (bps === 0 ? rules.noFloor : share(bps))}
            onChoose={(bps) => change({ marginFloorBps: bps === 0 ? null : bps })}
          />
          <Numbers
            label={rules.assumedMargin}
            value={settings.assumedMarginBps}
            usual={assumedMargins}
            say={share}
            onChoose={(assumedMarginBps) => change({ assumedMarginBps })}
          />
        </div>
      )}
    </section>
  );
}

type NumbersProps = {
  readonly label: string;
  readonly value: number;
  readonly usual: readonly number[];
  readonly say: (value: number) => string;
  readonly onChoose: (value: number) => Promise<void>;
};

/** The usual values, and the present one where it is another. */
function Numbers({ label, value, usual, say, onChoose }: NumbersProps) {
  const values = [...new Set([...usual, value])].sort((left, right) => left - right);
  return (
    <Choices
      label={label}
      value={String(value)}
      onChoose={(chosen) => void onChoose(Number(chosen))}
      choices={values.map((each) => ({ value: String(each), label: say(each) }))}
    />
  );
}
