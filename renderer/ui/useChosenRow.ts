import { type KeyboardEvent, useState } from "react";

type Rows = {
  readonly count: number;
  readonly open: (at: number) => void;
  /** The list goes on behind the last row. */
  readonly more: () => Promise<void>;
};

/** The row that the arrow keys have come to, in the field above a list; Enter opens it. */
export const useChosenRow = ({ count, open, more }: Rows) => {
  const [active, setActive] = useState(0);
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    const last = count - 1;
    if (event.key === "ArrowDown") {
      setActive(Math.min(last, active + 1));
      if (active >= last) void more();
    } else if (event.key === "ArrowUp") setActive(Math.max(0, active - 1));
    else if (event.key === "Enter") open(active);
    else return;
    event.preventDefault();
  };
  return { active, setActive, press };
};
