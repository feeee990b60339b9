import { useLayoutEffect, useRef, useState } from "react";
import styles from "./PaperFrame.module.css";
import { passKeysOn } from "./passKeysOn.ts";

type PaperFrameProps = {
  readonly title: string;
  readonly url: string | undefined;
  readonly look?: "slip" | "sheet";
};

/** A document as it will leave the printer. Its place is there before it is. */
export function PaperFrame({ title, url, look = "slip" }: PaperFrameProps) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const scale = width > 0 ? Math.min(1, width / paperPx[look]) : 1;
  const size = `${100 / scale}%`;
  return (
    <div ref={place} className={styles[look]}>
      {url !== undefined && (
        <iframe
          className={styles.frame}
          style={{ width: size, height: size, transform: `scale(${scale})` }}
          title={title}
          src={url}
          sandbox="allow-same-origin"
          onLoad={(event) => passKeysOn(event.currentTarget)}
        />
      )}
    </div>
  );
}

/** 80 mm and 210 mm, and a scroll bar beside them: a narrower place shows all of it smaller. */
const paperPx = { slip: 314, sheet: 806 } as const;

const useWidth = (place: React.RefObject<HTMLElement | null>): number => {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element || typeof ResizeObserver === "undefined") return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return width;
};
