import type { Profile } from "../../../stores/till/customerPanel.ts";
import { daysSince } from "../../../stores/today.ts";
import { classes } from "../../../ui/classes.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./CustomerPanel.module.css";

/** Worth, rhythm against their own rhythm, and where they buy. */
export function Glance({ profile: { totals } }: { readonly profile: Profile }) {
  const { panel } = useWords().till;
  const format = useFormat();
  const { lastAtMs, rhythmDays, storeCount, onlineCount } = totals;
  const days = lastAtMs === undefined ? undefined : daysSince(lastAtMs);
  const isLate = days !== undefined && rhythmDays !== undefined && days > rhythmDays;
  const all = storeCount + onlineCount;
  const storeShare = all === 0 ? 100 : Math.round((storeCount * 100) / all);
  return (
    <dl className={styles.glance}>
      <div>
        <dd>{format.compact(totals.yearSpentMinor ?? totals.spentMinor)}</dd>
        <dt>{panel.value(format.number(totals.yearCount ?? totals.purchaseCount))}</dt>
      </div>
      <div className={classes(isLate && styles.late)}>
        <dd>{lastText(days, panel, format.number)}</dd>
        <dt>{rhythmText(days, rhythmDays, panel, format.number)}</dt>
      </div>
      <div>
        <dd>{`${storeShare} / ${100 - storeShare}`}</dd>
        <dt>{panel.channels}</dt>
      </div>
    </dl>
  );
}

type PanelWords = ReturnType<typeof useWords>["till"]["panel"];

const lastText = (
  days: number | undefined,
  words: PanelWords,
  number: (value: number) => string,
): string => {
  if (days === undefined) return words.firstVisit;
  return days === 0 ? words.today : words.days(number(days));
};

const rhythmText = (
  days: number | undefined,
  rhythmDays: number | undefined,
  words: PanelWords,
  number: (value: number) => string,
): string => {
  if (days === undefined) return words.firstVisitNote;
  return rhythmDays === undefined ? words.sinceLast : words.usualRhythm(number(rhythmDays));
};
