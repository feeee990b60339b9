import { Search, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { usePlace } from "../../../stores/place.ts";
import { useReceipts } from "../../../stores/receipts.ts";
import { useBasket } from "../../../stores/till/basket.ts";
import { useCustomerPanel } from "../../../stores/till/customerPanel.ts";
import { useOmnibox } from "../../../stores/till/omnibox.ts";
import { usePayment } from "../../../stores/till/payment.ts";
import { looksScanned, readTyped } from "../../../stores/till/typed.ts";
import { Kbd } from "../../../ui/Kbd.tsx";
import { isEditable, useKeys } from "../../../ui/useKeys.ts";
import { useScannedHere } from "../../../ui/useScannedHere.ts";
import { useWords } from "../../../words/WordsContext.tsx";
import { FindingList, findingId } from "./FindingList.tsx";
import styles from "./Omnibox.module.css";
import { TypedQuantity } from "./TypedQuantity.tsx";
import { UnknownCode } from "./UnknownCode.tsx";
import { useScanFromAnywhere } from "./useScanFromAnywhere.ts";
import { WholePieces } from "./WholePieces.tsx";

/** The one line that takes anything. A person types into it from anywhere at the till. */
export function Omnibox() {
  const words = useWords().till.omnibox;
  const { typed, findings, answered, active, type, clear } = useOmnibox();
  const { unknownCode, brokenPiece } = useOmnibox();
  const input = useRef<HTMLInputElement>(null);
  const takeCode = useScannedHere();
  const listId = useId();
  const { text } = readTyped(typed);
  const isOpen = text !== "" && answered === text;
  const hasList = isOpen && findings.length > 0 && !brokenPiece;
  const chosen = hasList ? findings[active] : undefined;
  useTypedAnywhere(input);
  useScanFromAnywhere(takeCode);
  useClosedElsewhere();

  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const code = takeCode();
    const isScan = code !== undefined && looksScanned(code) && text.endsWith(code);
    const act = keyAction(event, isScan ? code : undefined);
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <search className={styles.omnibox}>
      <div className={styles.box}>
        <Search strokeWidth={1.75} aria-hidden="true" />
        <input
          ref={input}
          className={styles.input}
          type="text"
          role="combobox"
          aria-label={words.label}
          aria-keyshortcuts="/"
          aria-expanded={hasList}
          aria-controls={hasList ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={chosen && findingId(listId, chosen)}
          placeholder={words.label}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={typed}
          data-testid="omnibox"
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={press}
        />
        <TypedQuantity />
        {typed !== "" && (
          <button
            type="button"
            className={styles.clear}
            aria-label={words.clear}
            onClick={() => {
              clear();
              input.current?.focus();
            }}
          >
            <X strokeWidth={1.75} aria-hidden="true" />
          </button>
        )}
        {typed === "" && <Kbd>/</Kbd>}
      </div>
      {isOpen && !brokenPiece && <FindingList listId={listId} text={text} />}
      {brokenPiece && <WholePieces broken={brokenPiece} />}
      {unknownCode !== undefined && <UnknownCode code={unknownCode} />}
    </search>
  );
}

/** What a key does in the omnibox, beyond writing itself. */
const keyAction = (
  event: KeyboardEvent<HTMLInputElement>,
  scanned: string | undefined,
): (() => void) | undefined => {
  const { typed, move, enter, clear, findings } = useOmnibox.getState();
  const { unknownCode, brokenPiece } = useOmnibox.getState();
  const isAtBasket = usePlace.getState().place === "till" && !useReceipts.getState().isOpen;
  switch (event.key) {
    case "ArrowDown":
    case "ArrowUp": {
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (findings.length > 0) return () => move(step);
      return isAtBasket ? () => useBasket.getState().selectNext(step) : undefined;
    }
    case "Enter":
      return typed === "" ? undefined : () => void enter(scanned);
    case "Escape":
      return typed === "" && unknownCode === undefined && !brokenPiece ? undefined : clear;
    default:
      // With Ctrl or Alt they are keys of the till: Ctrl Del empties the basket, Del one line.
      if (typed !== "" || event.ctrlKey || event.altKey || event.metaKey) return undefined;
      return isAtBasket || event.key === "/" ? emptyAction(event.key) : undefined;
  }
};

/** With nothing typed, the keys of the lifted line work without leaving the omnibox. */
const emptyAction = (key: string): (() => void) | undefined => {
  const { selectedId, stepQuantity, remove } = useBasket.getState();
  if (key === "/") return () => undefined;
  if (key === "?") return () => useCustomerPanel.getState().toggleWhy();
  if (selectedId === undefined) return undefined;
  if (key === "+") return () => stepQuantity(selectedId, 1);
  if (key === "-") return () => stepQuantity(selectedId, -1);
  if (key === "Delete") return () => remove(selectedId);
  return undefined;
};

/** What was found belongs to its moment: in another place, or over the money, it only hides things. */
const useClosedElsewhere = (): void => {
  useEffect(() => {
    const { clear } = useOmnibox.getState();
    const endPlace = usePlace.subscribe((now, before) => {
      if (now.place !== before.place) clear();
    });
    const endPayment = usePayment.subscribe((now, before) => {
      if (now.phase === "paying" && before.phase === "selling") clear();
    });
    return () => {
      endPlace();
      endPayment();
    };
  }, []);
};

/** "/" comes back from anywhere; at the till, so does anything typed that no field takes. */
const useTypedAnywhere = (input: React.RefObject<HTMLInputElement | null>): void => {
  const place = usePlace((state) => state.place);
  useEffect(() => {
    if (place === "till") input.current?.focus();
  }, [place, input]);
  useKeys({ "/": () => input.current?.focus() });
  useEffect(() => {
    const hear = (event: globalThis.KeyboardEvent) => {
      const isText = event.key.length === 1 && event.key !== " " && !event.ctrlKey;
      if (!isText || event.altKey || event.metaKey || event.key === "/") return;
      if (usePlace.getState().place !== "till" || isEditable(document.activeElement)) return;
      input.current?.focus();
    };
    window.addEventListener("keydown", hear, { capture: true });
    return () => window.removeEventListener("keydown", hear, { capture: true });
  }, [input]);
};
