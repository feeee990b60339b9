import { useEffect } from "react";
import { useSession } from "../../stores/session.ts";
import { useSettings } from "../../stores/settings.ts";

const MINUTE_MS = 60_000;

/** Locks the till when nobody has touched it for a while; the basket stays. */
export const useIdleLock = (): void => {
  const minutes = useSettings((settings) => settings.lockAfterMinutes);
  const lock = useSession((session) => session.lock);
  useEffect(() => {
    if (minutes === 0) return undefined;
    let timer = setTimeout(lock, minutes * MINUTE_MS);
    const startOver = () => {
      clearTimeout(timer);
      timer = setTimeout(lock, minutes * MINUTE_MS);
    };
    for (const sign of signs) window.addEventListener(sign, startOver, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, startOver);
    };
  }, [minutes, lock]);
};

const signs = ["keydown", "pointerdown", "wheel"] as const;
