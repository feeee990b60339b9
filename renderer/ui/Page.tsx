import type { ReactNode } from "react";
import styles from "./Page.module.css";

type PageProps = {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly testId?: string;
};

/** A place other than the till: its name, what it is for, what can be done, then the thing itself. */
export function Page({ title, lead, actions, children, testId }: PageProps) {
  return (
    <main className={styles.page} data-testid={testId}>
      <header className={styles.head}>
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <p>{lead}</p>}
        </div>
        <div className={styles.actions}>{actions}</div>
      </header>
      <div className={styles.body}>{children}</div>
    </main>
  );
}
