import { RotateCw } from "lucide-react";
import { useSession } from "../../stores/session.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useWords } from "../../words/WordsContext.tsx";
import styles from "./Shell.module.css";

/** After the engine was started again: what happened, and that nothing is lost. */
export function EngineLine() {
  const { shell } = useWords();
  const hasRestarted = useSession((state) => state.hasRestarted);
  const dismissRestart = useSession((state) => state.dismissRestart);
  if (!hasRestarted) return null;
  return (
    <div role="status">
      <Notice
        tone="tea"
        className={styles.engine}
        icon={<RotateCw strokeWidth={1.75} aria-hidden="true" />}
        testId="restarted"
        action={
          <Button look="quiet" size="small" onPress={dismissRestart}>
            {shell.understood}
          </Button>
        }
      >
        {shell.restarted}
      </Notice>
    </div>
  );
}
