import styles from "./PaperFrame.module.css";

type PaperFrameProps = {
  readonly title: string;
  readonly url: string | undefined;
  readonly look?: "slip" | "sheet";
};

/** A document as it will leave the printer. Its place is there before it is. */
export function PaperFrame({ title, url, look = "slip" }: PaperFrameProps) {
  return (
    <div className={styles[look]}>
      {url !== undefined && (
        <iframe className={styles.frame} title={title} src={url} sandbox="allow-same-origin" />
      )}
    </div>
  );
}
