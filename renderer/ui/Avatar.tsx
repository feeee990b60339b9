import styles from "./Avatar.module.css";
import { classes } from "./classes.ts";

type AvatarProps = { readonly letters: string; readonly size?: "small" | "medium" | "large" };

export function Avatar({ letters, size = "medium" }: AvatarProps) {
  return (
    <span className={classes(styles.avatar, styles[size])} aria-hidden="true">
      {letters}
    </span>
  );
}
