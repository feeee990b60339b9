import { FileDown } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { takeDropped } from "../../stores/imports.ts";
import { useWords } from "../../words/WordsContext.tsx";
import styles from "./DropZone.module.css";

/** The whole screen takes a file that is let go over it, and shows so while one is held. */
export function DropZone({ children }: { readonly children: ReactNode }) {
  const { drop } = useWords().orders;
  const isHeld = useHeldFiles();
  useEffect(() => takeDropped(), []);
  return (
    <div className={styles.zone}>
      {children}
      {isHeld && (
        <div className={styles.target} role="status" data-testid="drop-target">
          <FileDown strokeWidth={1.75} aria-hidden="true" />
          <p>{drop.here}</p>
          <p>{drop.hint}</p>
        </div>
      )}
    </div>
  );
}

/** Whether files are held over the window. The page must say that it takes them, or none come. */
const useHeldFiles = (): boolean => {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    const hold = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      setIsHeld(true);
    };
    const letGo = (event: DragEvent) => {
      event.preventDefault();
      setIsHeld(false);
    };
    // Over the page each element is left for the next; only the edge leads out of the window.
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setIsHeld(false);
    };
    window.addEventListener("dragover", hold);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", letGo);
    return () => {
      window.removeEventListener("dragover", hold);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", letGo);
    };
  }, []);
  return isHeld;
};
