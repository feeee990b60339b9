import { X } from "lucide-react";
import { type Profile, useCustomers } from "../../stores/customers.ts";
import { refusedSkusOf } from "../../stores/till/customerPanel.ts";
import { Button } from "../../ui/Button.tsx";
import { useWords } from "../../words/WordsContext.tsx";
import styles from "./Customers.module.css";

/** What they do not want to be offered; one press takes it back. */
export function Refused({ profile }: { readonly profile: Profile }) {
  const { customers: words } = useWords();
  const change = useCustomers((state) => state.change);
  const refused = refusedSkusOf(profile);
  if (refused.length === 0) return null;
  return (
    <section className={styles.section} aria-label={words.sections.refused}>
      <h2>{words.sections.refused}</h2>
      <div className={styles.actions}>
        {refused.map((sku) => (
          <Button
            key={sku}
            size="small"
            icon={<X strokeWidth={1.75} aria-hidden="true" />}
            label={words.allowAgain(sku)}
            onPress={() => void change({ refusedSkus: refused.filter((each) => each !== sku) })}
          >
            {sku}
          </Button>
        ))}
      </div>
    </section>
  );
}
