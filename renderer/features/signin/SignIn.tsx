import { useState } from "react";
import { useSession } from "../../stores/session.ts";
import { useBasket } from "../../stores/till/basket.ts";
import { Field } from "../../ui/Field.tsx";
import { refusalText } from "../../words/refusalWords.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import { NameKeys } from "./NameKeys.tsx";
import { PinPad } from "./PinPad.tsx";
import styles from "./SignIn.module.css";

/** Who stands at the till: a name, then digits. A basket left half done waits underneath. */
export function SignIn() {
  const { shell, refusals } = useWords();
  const format = useFormat();
  const { shop, logIn } = useSession();
  const names = shop?.staffNames ?? [];
  const [name, setName] = useState(names[0] ?? "");
  const [problem, setProblem] = useState<string>();
  const [tries, setTries] = useState(0);
  const hasBasket = useBasket((basket) => basket.lines.length > 0);
  const enter = async (pin: string) => {
    const refusal = await logIn(name, pin);
    if (!refusal) return;
    setTries(tries + 1);
    setProblem(refusalText(refusal, refusals, format));
  };
  const choose = (chosen: string) => {
    setName(chosen);
    setProblem(undefined);
  };
  return (
    <main className={styles.signIn}>
      <section className={styles.people}>
        <p className={styles.shop}>{shop?.name}</p>
        <h1>{shell.signIn.title}</h1>
        {names.length > 0 ? (
          <NameKeys names={names} chosen={name} onChoose={choose} />
        ) : (
          <Field label={shell.signIn.name} value={name} onType={choose} />
        )}
        {hasBasket && <p className={styles.kept}>{shell.signIn.basketKept}</p>}
      </section>
      <PinPad
        key={`${name} ${tries}`}
        label={name === "" ? shell.signIn.pin : shell.signIn.pinOf(name)}
        problem={problem}
        onEnter={(pin) => void enter(pin)}
      />
    </main>
  );
}
