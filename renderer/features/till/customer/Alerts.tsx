import { Bell, Cake, Hourglass, MessageCircleWarning, Package } from "lucide-react";
import type { Profile } from "../../../stores/till/customerPanel.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./CustomerPanel.module.css";

/** What matters now: an open online order, a birthday, points about to go. */
export function Alerts({ profile: { alerts, loyalty } }: { readonly profile: Profile }) {
  const { panel } = useWords().till;
  const format = useFormat();
  const [expiring] = loyalty.expiring;
  if (alerts.length === 0 && !expiring) return null;
  const Icon = iconFor(alerts[0]?.kind ?? "points");
  return (
    <Notice icon={<Icon strokeWidth={1.75} aria-hidden="true" />} className={styles.notice}>
      {alerts.map(({ kind, text }) => (
        <p key={`${kind} ${text}`}>{text}</p>
      ))}
      {expiring && (
        <p>{panel.expiring(format.number(expiring.points), format.dayText(expiring.atDay))}</p>
      )}
    </Notice>
  );
}

const iconFor = (kind: string) => {
  if (kind.includes("order")) return Package;
  if (kind.includes("birthday")) return Cake;
  if (kind.includes("points")) return Hourglass;
  return kind.includes("complaint") ? MessageCircleWarning : Bell;
};
