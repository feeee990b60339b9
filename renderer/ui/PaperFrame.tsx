import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
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
  const frame = useRef<HTMLIFrameElement>(null);
  useClickedEarly(frame);
  const width = useWidth(place);
  const scale = width > 0 ? Math.min(1, width / paperPx[look]) : 1;
  const size = `${100 / scale}%`;
  return (
    <div ref={place} className={styles[look]}>
      {url !== undefined && (
        <iframe
          ref={frame}
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

/** A document can be clicked before all of it is loaded: the window loses the focus to it then. */
const useClickedEarly = (frame: RefObject<HTMLIFrameElement | null>): void =>
  useEffect(() => {
    const hear = () => {
      if (frame.current && document.activeElement === frame.current) passKeysOn(frame.current);
    };
    window.addEventListener("blur", hear);
    return () => window.removeEventListener("blur", hear);
  }, [frame]);

/** 80 mm and 210 mm, and a scroll bar beside them: a narrower place shows all of it smaller. */
const paperPx = { slip: 314, sheet: 806 } as const;

const useWidth = (place: RefObject<HTMLElement | null>): number => {
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
