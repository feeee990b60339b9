import { CircleCheckBig } from "lucide-react";
import { useImports } from "../../stores/imports.ts";
import { Notice } from "../../ui/Notice.tsx";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Orders.module.css";

/** What taking an import back did, and what it left as another import had made it. */
export function Undone() {
  const { result: words } = useWords().orders;
  const { number } = useFormat();
  const undone = useImports((state) => state.undone);
  if (!undone) return null;
  return (
    <Notice
      tone="tea"
      icon={<CircleCheckBig strokeWidth={1.75} aria-hidden="true" />}
      className={styles.notice}
      testId="undone"
    >
      <p>{words.undone(number(undone.removed), number(undone.restored))}</p>
      {undone.kept > 0 && <p>{words.kept(number(undone.kept))}</p>}
    </Notice>
  );
}
