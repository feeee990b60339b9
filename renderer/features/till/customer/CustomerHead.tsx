import { X } from "lucide-react";
import { initials } from "../../../../shared/domain/customer/customerName.ts";
import { useBasket } from "../../../stores/till/basket.ts";
import type { Profile } from "../../../stores/till/customerPanel.ts";
import { Avatar } from "../../../ui/Avatar.tsx";
import { Chip } from "../../../ui/Chip.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./CustomerPanel.module.css";
import { Phone } from "./Phone.tsx";

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
