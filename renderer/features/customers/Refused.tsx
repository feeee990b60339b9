import { X } from "lucide-react";
import { type Profile, useCustomers } from "../../stores/customers.ts";
import { Button } from "../../ui/Button.tsx";
import { useWords } from "../../words/WordsContext.tsx";
import styles from "./Customers.module.css";

/** What they do not want to be offered; one press takes it back. */
export function Refused({ profile }: { readonly profile: Profile }) {
  const { customers: words } = useWords();
  const change = useCustomers((state) => state.change);
  const refused = profile.refusedGoods ?? [];
  if (refused.length === 0) return null;
  const allow = (allowed: string) =>
    void change({ refusedSkus: refused.flatMap(({ sku }) => (sku === allowed ? [] : sku)) });
  return (
    <section className={styles.section} aria-label={words.sections.refused}>
      <h2>{words.sections.refused}</h2>
      <div className={styles.actions}>
        {refused.map(({ sku, name }) => (
          <Button
            key={sku}
            size="small"
            icon={<X strokeWidth={1.75} aria-hidden="true" />}
            label={words.allowAgain(name)}
            onPress={() => allow(sku)}
          >
            {name}
          </Button>
        ))}
      </div>
    </section>
  );
}
