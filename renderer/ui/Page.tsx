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
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section className={styles.body} aria-label={title} tabIndex={0}>
        {children}
      </section>
    </main>
  );
}
