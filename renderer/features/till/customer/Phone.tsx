import { Eye, EyeOff } from "lucide-react";
import { type Profile, useCustomerPanel } from "../../../stores/till/customerPanel.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./CustomerPanel.module.css";

/** Masked until asked for: the screen is seen from the other side of the counter too. */
export function Phone({ profile: { customer, totals } }: { readonly profile: Profile }) {
  const { panel } = useWords().till;
  const format = useFormat();
  const isRevealed = useCustomerPanel((state) => state.isRevealed);
  const reveal = useCustomerPanel((state) => state.reveal);
  const phone = customer.identities.find(({ kind }) => kind === "phone")?.value;
  const sinceMs = totals.firstAtMs ?? customer.createdAtMs;
  const since = sinceMs === undefined ? "" : panel.since(format.monthYear(sinceMs));
  if (phone === undefined) return <p>{[panel.noPhone, since].filter(Boolean).join(", ")}</p>;
  const Icon = isRevealed ? EyeOff : Eye;
  return (
    <button
      type="button"
      className={styles.reveal}
      aria-pressed={isRevealed}
      title={isRevealed ? panel.hide : panel.reveal}
      onClick={reveal}
    >
      <span>{isRevealed ? format.phone(phone) : format.maskedPhone(phone)}</span>
      <span className="visually-hidden">{isRevealed ? panel.hide : panel.reveal}</span>
      <Icon strokeWidth={1.75} aria-hidden="true" />
      <span>{since}</span>
    </button>
  );
}
