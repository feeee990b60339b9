import { Bell, Cake, Hourglass, MessageCircleWarning, Package } from "lucide-react";
import type { Profile } from "../../../stores/till/customerPanel.ts";
import { Notice } from "../../../ui/Notice.tsx";
import type { Words } from "../../../words/vi/vi.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./CustomerPanel.module.css";

type AlertsProps = { readonly profile: Profile; readonly className?: string | undefined };

/** What matters now: an open online order, a birthday, points about to go. */
export function Alerts({ profile, className = styles.notice }: AlertsProps) {
  const { alerts, loyalty } = profile;
  const { till, orders } = useWords();
  const { panel } = till;
  const format = useFormat();
  const [expiring] = loyalty.expiring;
  if (alerts.length === 0 && !expiring) return null;
  const Icon = iconFor(alerts[0]?.kind ?? "points");
  return (
    <Notice icon={<Icon strokeWidth={1.75} aria-hidden="true" />} className={className}>
      {alerts.map((alert) => (
        <p key={`${alert.kind} ${alert.text}`}>{alertText(alert, till.alerts, orders.sources)}</p>
      ))}
      {expiring && (
        <p>{panel.expiring(format.number(expiring.points), format.dayText(expiring.atDay))}</p>
      )}
    </Notice>
  );
}

type Alert = Profile["alerts"][number];
type AlertFacts = NonNullable<Alert["evidence"]>;

/** In the language on the screen; in the engine's own words where it is a new kind. */
const alertText = (
  { kind, text, evidence }: Alert,
  words: Words["till"]["alerts"],
  sources: Readonly<Record<string, string>>,
): string => {
  if (!evidence) return text;
  const known: Readonly<Record<string, (facts: AlertFacts) => string>> = words;
  const { source } = evidence;
  const named =
    source === undefined ? evidence : { ...evidence, source: sources[source] ?? source };
  return known[kind]?.(named) ?? text;
};

const iconFor = (kind: string) => {
  if (kind.includes("order")) return Package;
  if (kind.includes("birthday")) return Cake;
  if (kind.includes("points")) return Hourglass;
  return kind.includes("complaint") ? MessageCircleWarning : Bell;
};
