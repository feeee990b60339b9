import { Delete } from "lucide-react";
import { type MouseEvent, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { useFocusFirst } from "../../ui/useFocusFirst.ts";
import { useKeys } from "../../ui/useKeys.ts";
import { useScannedHere } from "../../ui/useScannedHere.ts";
import { useWords } from "../../words/WordsContext.tsx";
import styles from "./SignIn.module.css";

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;
const MAX_DIGITS = 12;
const MIN_DIGITS = 4;

type PinPadProps = {
  readonly label: string;
  readonly problem: string | undefined;
  readonly onEnter: (pin: string) => void;
};

/** Digits by keyboard or by touch. What was typed is never shown, only how many. */
export function PinPad({ label, problem, onEnter }: PinPadProps) {
  const { shell } = useWords();
  const [pin, setPin] = useState("");
  const [wasScanned, setWasScanned] = useState(false);
  const takeCode = useScannedHere();
  // One more than a PIN may have tells a code of a slow scanner.
  const type = (digit: string) => setPin((typed) => (typed + digit).slice(0, MAX_DIGITS + 1));
  const erase = () => setPin((typed) => typed.slice(0, -1));
  const enter = () => {
    // Tried as a PIN, a few of them would lock somebody out.
    const isCode = takeCode() !== undefined || pin.length > MAX_DIGITS;
    setWasScanned(isCode);
    if (isCode) setPin("");
    else if (pin.length >= MIN_DIGITS) onEnter(pin);
  };
  const hasProblem = problem !== undefined && pin === "";
  const pad = useFocusFirst<HTMLElement>();
  useKeys({
    ...Object.fromEntries(["0", ...digits].map((digit) => [digit, () => type(digit)])),
    Backspace: erase,
    Escape: () => setPin(""),
    Enter: enter,
  });
  return (
    <section ref={pad} tabIndex={-1} className={styles.pad} aria-label={label}>
      <p className={styles.label}>{label}</p>
      <div className={classes(styles.dots, hasProblem && styles.wrong)}>
        <span className="visually-hidden" role="status">
          {shell.signIn.typed(pin.length)}
        </span>
        {dotNames.slice(0, Math.max(MIN_DIGITS, pin.length)).map((dot, at) => (
          <i key={dot} className={classes(at < pin.length && styles.full)} />
        ))}
      </div>
      <p className={classes(styles.below, hasProblem && styles.problem)} role="alert">
        {wasScanned && pin === "" ? shell.signIn.scanned : hasProblem ? problem : shell.signIn.hint}
      </p>
      <DigitKeys onDigit={type} onErase={erase} />
      <Button
        look="tea"
        size="large"
        keyName="Enter"
        isDisabled={pin.length < MIN_DIGITS}
        onPress={enter}
        testId="sign-in"
      >
        {shell.signIn.enter}
      </Button>
    </section>
  );
}

type DigitKeysProps = {
  readonly onDigit: (digit: string) => void;
  readonly onErase: () => void;
};

function DigitKeys({ onDigit, onErase }: DigitKeysProps) {
  const { shell } = useWords();
  const digitKey = (digit: string) => (
    <button key={digit} type="button" onClick={giveBackFocus(() => onDigit(digit))}>
      {digit}
    </button>
  );
  return (
    <div className={styles.digits}>
      {digits.map(digitKey)}
      <span />
      {digitKey("0")}
      <button type="button" aria-label={shell.signIn.erase} onClick={giveBackFocus(onErase)}>
        <Delete strokeWidth={1.75} aria-hidden="true" />
      </button>
    </div>
  );
}

/** A key that a finger or a mouse pressed does not keep the focus: Enter would press it again. */
const giveBackFocus =
  (act: () => void) =>
  ({ currentTarget, detail }: MouseEvent<HTMLElement>) => {
    act();
    if (detail > 0) currentTarget.closest("section")?.focus();
  };

const dotNames = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"] as const;
