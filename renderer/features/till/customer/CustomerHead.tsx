import { Eye, EyeOff, X } from "lucide-react";
import { initials } from "../../../../shared/domain/customer/customerName.ts";
import { useBasket } from "../../../stores/till/basket.ts";
import { type Profile, useCustomerPanel } from "../../../stores/till/customerPanel.ts";
import { Avatar } from "../../../ui/Avatar.tsx";
import { Chip } from "../../../ui/Chip.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./CustomerPanel.module.css";

export function CustomerHead({ profile }: { readonly profile: Profile }) {
  const { panel } = useWords().till;
  const format = useFormat();
  const detach = useBasket((basket) => basket.detach);
  const { customer, loyalty } = profile;
  return (
    <div className={styles.head}>
      <Avatar letters={initials(customer.name)} />
      <h2 title={customer.name} data-testid="customer-name">
        {customer.name}
      </h2>
      {loyalty.tier === undefined ? (
        <span />
      ) : (
        <Chip tone="gold" className={styles.tier}>
          {loyalty.tier}
        </Chip>
      )}
      <Phone profile={profile} />
      <p data-testid="customer-points">{panel.points(format.number(loyalty.balance))}</p>
      <button
        type="button"
        className={styles.detach}
        aria-label={panel.detach}
        title={panel.detach}
        onClick={() => detach(customer.name)}
      >
        <X strokeWidth={1.75} aria-hidden="true" />
      </button>
    </div>
  );
}

/** Masked until asked for: the screen is seen from the other side of the counter too. */
function Phone({ profile: { customer, totals } }: { readonly profile: Profile }) {
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
