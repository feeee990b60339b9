import type { ReactNode } from "react";
import { usePlace } from "../../stores/place.ts";
import { useSession } from "../../stores/session.ts";
import { useKeys } from "../../ui/useKeys.ts";
import { EngineLine } from "./EngineLine.tsx";
import { Rail } from "./Rail.tsx";
import styles from "./Shell.module.css";
import { TopBar } from "./TopBar.tsx";
import { useIdleLock } from "./useIdleLock.ts";

type ShellProps = { readonly omnibox: ReactNode; readonly children: ReactNode };

/** The frame that stays: places at the left, the omnibox above, the place itself. */
export function Shell({ omnibox, children }: ShellProps) {
  const go = usePlace((state) => state.go);
  const lock = useSession((state) => state.lock);
  useIdleLock();
  useKeys({
    "Alt+1": () => go("till"),
    "Alt+2": () => go("customers"),
    "Alt+3": () => go("orders"),
    "Alt+4": () => go("campaigns"),
    "Alt+5": () => go("goods"),
    "Alt+6": () => go("settings"),
    "Ctrl+L": () => void lock(),
  });
  return (
    <div className={styles.shell}>
      <Rail />
      <TopBar>{omnibox}</TopBar>
      <div className={styles.place}>
        <EngineLine />
        <div className={styles.content}>{children}</div>
      </div>
    </div>
  );
}
