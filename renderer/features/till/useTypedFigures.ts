import { useEffect, useRef } from "react";
import { keepTyped } from "../../stores/till/typedFigures.ts";

/** While the component is shown, a key to pay does `take` first, and no more where it answers false. */
export const useTypedFigures = (take: () => boolean): void => {
  const current = useRef(take);
  current.current = take;
  useEffect(() => keepTyped(() => current.current()), []);
};
