import { Eye, EyeOff, ShoppingBasket } from "lucide-react";
import { initials } from "../../../shared/domain/customer/customerName.ts";
import { type Profile, useCustomers } from "../../stores/customers.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { Button } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Figures } from "../../ui/Figures.tsx";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Customers.module.css";

type PersonHeadProps = { readonly profile: Profile; readonly onTill: () => void };

export function PersonHead({ profile, onTill }: PersonHeadProps) {
  const { customers: words } = useWords();
  const format = useFormat();
  const { isRevealed, reveal } = useCustomers();
  const { customer, loyalty, totals } = profile;
  const Icon = isRevealed ? EyeOff : Eye;
  return (
    <header className={styles.head}>
      <Avatar letters={initials(customer.name)} size="large" />
      <div className={styles.who}>
        <h1>{customer.name}</h1>
        <p>
          {loyalty.tier !== undefined && <Chip tone="gold">{loyalty.tier}</Chip>}
          {customer.tags.map((tag) => (
            <Chip key={tag}>{tag}</Chip>
          ))}
          {loyalty.nextTier && (
            <span>
              {words.tierMissing(
                format.money(loyalty.nextTier.missingMinor),
                loyalty.nextTier.name,
              )}
            </span>
          )}
        </p>
      </div>
      <div className={styles.actions}>
        <Button
          look="quiet"
          icon={<Icon strokeWidth={1.75} aria-hidden="true" />}
          isPressed={isRevealed}
          onPress={reveal}
        >
          {isRevealed ? words.hide : words.reveal}
        </Button>
        <Button
          look="main"
          keyName="F2"
          icon={<ShoppingBasket strokeWidth={1.75} aria-hidden="true" />}
          onPress={onTill}
        >
          {words.atTill}
        </Button>
      </div>
      <div className={styles.figures}>
        <Figures
          figures={[
            { key: "spent", value: format.money(totals.spentMinor), label: words.figures.spent },
            {
              key: "count",
              value: format.number(totals.purchaseCount),
              label: words.figures.count(format.number(totals.purchaseCount)),
            },
            {
              key: "average",
              value: format.money(totals.averageMinor),
              label: words.figures.average,
            },
            {
              key: "points",
              value: format.number(loyalty.balance),
              label: words.figures.points(format.number(loyalty.balance)),
              tone: loyalty.balance < 0 ? "rose" : "gold",
            },
          ]}
        />
      </div>
    </header>
  );
}
