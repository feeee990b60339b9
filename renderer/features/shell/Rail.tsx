import {
  Globe,
  type LucideIcon,
  Package,
  Settings,
  ShoppingBasket,
  TicketPercent,
  Users,
} from "lucide-react";
import { useEffect, useState } from "react";
import { type Place, usePlace } from "../../stores/place.ts";
import { classes } from "../../ui/classes.ts";
import { Kbd } from "../../ui/Kbd.tsx";
import { useWords } from "../../words/WordsContext.tsx";
import styles from "./Shell.module.css";

const places: readonly (readonly [Place, LucideIcon])[] = [
  ["till", ShoppingBasket],
  ["customers", Users],
  ["orders", Globe],
  ["campaigns", TicketPercent],
  ["goods", Package],
];

/** The places, with a word under each. Their keys show while Alt is held. */
export function Rail() {
  const { shell } = useWords();
  const isAltHeld = useAltHeld();
  return (
    <nav className={classes(styles.rail, isAltHeld && styles.showKeys)} aria-label={shell.places}>
      <div className={styles.mark} aria-hidden="true">
        {shell.appName.slice(0, 1)}
      </div>
      <ul>
        {places.map(([place, Icon], at) => (
          <li key={place}>
            <RailLink place={place} Icon={Icon} keyNumber={at + 1} />
          </li>
        ))}
      </ul>
      <span className={styles.grow} />
      <RailLink place="settings" Icon={Settings} keyNumber={6} />
    </nav>
  );
}

type RailLinkProps = {
  readonly place: Place;
  readonly Icon: LucideIcon;
  readonly keyNumber: number;
};

function RailLink({ place, Icon, keyNumber }: RailLinkProps) {
  const { shell } = useWords();
  const isHere = usePlace((state) => state.place === place);
  const go = usePlace((state) => state.go);
  return (
    <button
      type="button"
      className={classes(styles.link, isHere && styles.on)}
      aria-current={isHere ? "page" : undefined}
      aria-keyshortcuts={`Alt+${keyNumber}`}
      data-testid={`place-${place}`}
      onClick={() => go(place)}
    >
      <Icon strokeWidth={1.75} aria-hidden="true" />
      <span>{shell.place[place]}</span>
      <Kbd>{String(keyNumber)}</Kbd>
    </button>
  );
}

const useAltHeld = (): boolean => {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    const follow = (event: KeyboardEvent) => setIsHeld(event.altKey);
    const letGo = () => setIsHeld(false);
    window.addEventListener("keydown", follow);
    window.addEventListener("keyup", follow);
    window.addEventListener("blur", letGo);
    return () => {
      window.removeEventListener("keydown", follow);
      window.removeEventListener("keyup", follow);
      window.removeEventListener("blur", letGo);
    };
  }, []);
  return isHeld;
};
