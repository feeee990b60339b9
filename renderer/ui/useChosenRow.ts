import { type KeyboardEvent, useState } from "react";
import { useScannedHere } from "./useScannedHere.ts";

type Rows = {
  readonly count: number;
  /** The rows of what was typed last may still be on their way. */
  readonly open: (at: number) => void;
  readonly find: (text: string) => void;
  /** The list goes on behind the last row. */
  readonly more: () => Promise<void>;
};

/**
 * The row that the arrow keys have come to, in the field above a list; Enter opens it. What is scanned
 * there is looked for in place of what was looked for before.
 */
export const useChosenRow = ({ count, open, find: look, more }: Rows) => {
  const [active, setActive] = useState(0);
  const takeCode = useScannedHere();
  const find = (text: string) => {
    setActive(0);
    look(text);
  };
  const enter = () => {
    const code = takeCode();
    if (code !== undefined) find(code);
    open(code === undefined ? active : 0);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const last = count - 1;
    if (event.key === "ArrowDown") {
      setActive(Math.min(last, active + 1));
      if (active >= last) void more();
    } else if (event.key === "ArrowUp") setActive(Math.max(0, active - 1));
    else if (event.key === "Enter") enter();
    else return;
    event.preventDefault();
  };
  return { active, setActive, find, press };
};
