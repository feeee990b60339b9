import { Globe, RotateCcw, StickyNote, Store } from "lucide-react";
import { usePlace } from "../../../stores/place.ts";
import type { Profile } from "../../../stores/till/customerPanel.ts";
import { Kbd } from "../../../ui/Kbd.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./CustomerPanel.module.css";

/** The last two visits, in the shop and online, and the way to the whole profile. */
export function RecentVisits({ profile: { timeline, customer } }: { readonly profile: Profile }) {
  const { panel } = useWords().till;
  const format = useFormat();
  const openCustomer = usePlace((place) => place.openCustomer);
  const visits = timeline.filter(({ kind }) => kind === "sale" || kind === "online-order");
  return (
    <section aria-label={panel.recent}>
      <div className={styles.heading}>
        <h3>{panel.recent}</h3>
        <button type="button" onClick={() => openCustomer(customer.customerId)}>
          {panel.openProfile} <Kbd>F2</Kbd>
        </button>
      </div>
      <ul className={styles.recent}>
        {visits.slice(0, 2).map((visit) => {
          const Icon = icons[visit.kind] ?? StickyNote;
          return (
            <li key={`${visit.kind} ${visit.ref}`}>
              <Icon strokeWidth={1.75} aria-hidden="true" />
              <b>{visit.summary}</b>
              <span>{format.dayNear(visit.atMs)}</span>
            </li>
          );
        })}
      </ul>
      {visits.length === 0 && <p className={styles.quietly}>{panel.nothingYet}</p>}
    </section>
  );
}

const icons: Readonly<Partial<Record<Profile["timeline"][number]["kind"], typeof Store>>> = {
  sale: Store,
  return: RotateCcw,
  "online-order": Globe,
};
