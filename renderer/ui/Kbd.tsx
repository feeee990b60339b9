import styles from "./Kbd.module.css";

/** The key that does the same, as it stands on the keyboard. Screen readers get it elsewhere. */
export function Kbd({ children }: { readonly children: string }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a kbd element takes no focus
    <kbd className={styles.key} aria-hidden="true">
      {children}
    </kbd>
  );
}
