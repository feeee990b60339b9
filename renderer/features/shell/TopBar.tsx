import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { initials } from "../../../shared/domain/customer/customerName.ts";
import { useSession } from "../../stores/session.ts";
import { Chip } from "../../ui/Chip.tsx";
import { Kbd } from "../../ui/Kbd.tsx";
import { useWords } from "../../words/WordsContext.tsx";
import styles from "./Shell.module.css";

/** The omnibox, what state the shop is in, and who stands here. */
export function TopBar({ children }: { readonly children: ReactNode }) {
  const { shell } = useWords();
  const { staff, shop, lock, engine } = useSession();
  const isBusy = engine !== "ready";
  return (
    <header className={styles.top}>
      {children}
      {isBusy && (
        <Chip tone="gold" hasDot className={styles.chip}>
          {shell.engineRestarting}
        </Chip>
      )}
      {!isBusy && shop?.isDemo && (
        <Chip tone="plain" className={styles.chip}>
          {shell.demoShop}
        </Chip>
      )}
      {staff && (
        <button
          type="button"
          className={styles.who}
          aria-keyshortcuts="Control+L"
          title={shell.lock}
          onClick={() => void lock()}
        >
          <span className={styles.shop}>{shop?.name}</span>
          <span aria-hidden="true">{initials(staff.name)}</span>
          <span className="visually-hidden">{`${shell.lock}, ${staff.name}`}</span>
          <Lock size={15} strokeWidth={1.75} aria-hidden="true" />
          <Kbd>Ctrl L</Kbd>
        </button>
      )}
    </header>
  );
}
