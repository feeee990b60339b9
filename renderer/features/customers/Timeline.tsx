import { Globe, type LucideIcon, RotateCcw, StickyNote, Store } from "lucide-react";
import type { Profile } from "../../stores/customers.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Customers.module.css";

type Visit = Profile["timeline"][number];

const icons: Readonly<Partial<Record<Visit["kind"], LucideIcon>>> = {
  sale: Store,
  return: RotateCcw,
  "online-order": Globe,
};

/** What they bought, in the shop and online, in one list. */
export function Timeline({ profile: { timeline } }: { readonly profile: Profile }) {
  const { customers, orders } = useWords();
  const format = useFormat();
  const states: Readonly<Record<string, string>> = orders.states;
  return (
    <section className={styles.section}>
      <h2>{customers.sections.timeline}</h2>
      {timeline.length === 0 && <p className={styles.quietly}>{customers.timeline.none}</p>}
      {timeline.length > 0 && (
        <ol className={styles.rows}>
          {timeline.map((visit) => {
            const Icon = icons[visit.kind] ?? StickyNote;
            const { kind, state } = visit;
            const said = [customers.timeline.kinds[kind], state && (states[state] ?? state)];
            return (
              <li key={`${kind} ${visit.ref}`} className={styles.visit}>
                <Icon strokeWidth={1.75} aria-hidden="true" />
                <div>
                  <b>{visit.summary}</b>
                  <small>{said.filter(Boolean).join(", ")}</small>
                </div>
                <div className={styles.right}>
                  {visit.totalMinor !== undefined && format.money(visit.totalMinor)}
                  <small>{format.day(visit.atMs)}</small>
                </div>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
