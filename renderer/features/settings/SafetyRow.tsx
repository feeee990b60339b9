import type { ReactNode } from "react";
import styles from "./Settings.module.css";

type SafetyRowProps = {
  readonly icon: ReactNode;
  readonly title: string;
  readonly lead: string;
  readonly actions: ReactNode;
  readonly children?: ReactNode;
};

/** Something that keeps the shop safe: what it is, its keys, and what came of them. */
export function SafetyRow({ icon, title, lead, actions, children }: SafetyRowProps) {
  return (
    <div className={styles.row}>
      <div className={styles.rowIcon} aria-hidden="true">
        {icon}
      </div>
      <div>
        <h3>{title}</h3>
        <p>{lead}</p>
      </div>
      <div className={styles.actions}>{actions}</div>
      {children !== undefined && <div className={styles.outcome}>{children}</div>}
    </div>
  );
}
