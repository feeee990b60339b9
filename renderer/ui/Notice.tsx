import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import styles from "./Notice.module.css";

type NoticeProps = {
  readonly children: ReactNode;
  readonly tone?: "gold" | "rose" | "tea" | "plain";
  readonly icon?: ReactNode;
  readonly action?: ReactNode;
  readonly isAlert?: boolean;
  readonly className?: string | undefined;
  readonly testId?: string;
};

/** What a person should know now, in the place it is about. `isAlert` is read out at once. */
export function Notice(props: NoticeProps) {
  const { tone = "gold" } = props;
  return (
    <div
      className={classes(styles.notice, styles[tone], props.className)}
      role={props.isAlert ? "alert" : undefined}
      data-testid={props.testId}
    >
      {props.icon}
      <div className={styles.words}>{props.children}</div>
      {props.action}
    </div>
  );
}
