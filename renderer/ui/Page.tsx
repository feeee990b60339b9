import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import styles from "./Page.module.css";
import { usePageKeys } from "./usePageKeys.ts";

type PageProps = {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly testId?: string;
};

/** A place other than the till: its name, what it is for, what can be done, then the thing itself. */
export function Page({ title, lead, actions, children, testId }: PageProps) {
  const [name, body] = [useRef<HTMLHeadingElement>(null), useRef<HTMLElement>(null)];
  useGoneOnFrom(name);
  usePageKeys(body);
  return (
    <main className={styles.page} data-testid={testId}>
      <header className={styles.head}>
        <div>
          <h1 ref={name} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <p>{lead}</p>}
        </div>
        <div className={styles.actions}>{actions}</div>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys */}
      <section ref={body} className={styles.body} aria-label={title} tabIndex={0}>
        {children}
      </section>
    </main>
  );
}

/** The keyboard goes on at the page's name where the key that led to it is gone. */
const useGoneOnFrom = (name: RefObject<HTMLElement | null>): void =>
  useEffect(() => {
    if (document.activeElement === document.body) name.current?.focus({ preventScroll: true });
  }, [name]);
