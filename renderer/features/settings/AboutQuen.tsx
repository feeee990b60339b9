import { useSafety } from "../../stores/safety.ts";
import { useSession } from "../../stores/session.ts";
import { useWords } from "../../words/WordsContext.tsx";
import styles from "./Settings.module.css";

export function AboutQuen() {
  const { sections, about: words } = useWords().settings;
  const about = useSafety((state) => state.about);
  const shop = useSession((session) => session.shop);
  const rows = [
    [words.shop, shop?.name],
    [words.currency, shop?.currency],
    [words.timezone, shop?.timezone],
    [words.version, about?.version],
    [words.electron, about?.electron],
    [words.engineHost, about && words.hosts[about.engineHost]],
    [words.keychain, about && words.keychains[about.keychain]],
  ] as const;
  return (
    <section className={styles.part} aria-label={sections.about}>
      <h2>{sections.about}</h2>
      <dl className={styles.about}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
