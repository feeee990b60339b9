import type { ReactNode } from "react";
import { setUpSteps, useWizard, type WizardStep } from "../../stores/wizard.ts";
import { classes } from "../../ui/classes.ts";
import { RefusalNotice } from "../../words/RefusalNotice.tsx";
import { useWords } from "../../words/WordsContext.tsx";
import { BackupStep } from "./BackupStep.tsx";
import { FirstProducts } from "./FirstProducts.tsx";
import { LanguageStep } from "./LanguageStep.tsx";
import { MoneyStep } from "./MoneyStep.tsx";
import { OwnerStep } from "./OwnerStep.tsx";
import { RecoveryStep } from "./RecoveryStep.tsx";
import { ShopStep } from "./ShopStep.tsx";
import { StartStep } from "./StartStep.tsx";
import styles from "./Wizard.module.css";

const screens: Readonly<Record<WizardStep, ReactNode>> = {
  language: <LanguageStep />,
  backup: <BackupStep />,
  shop: <ShopStep />,
  money: <MoneyStep />,
  owner: <OwnerStep />,
  recovery: <RecoveryStep />,
  start: <StartStep />,
  products: <FirstProducts />,
};

const toNewShop: readonly WizardStep[] = [...setUpSteps, "recovery", "start"];

/** A backup brings all that the other way asks for. */
const toOldShop: readonly WizardStep[] = ["language", "backup"];

/** The first run: a few calm questions, then a sale. */
export function Wizard() {
  const { wizard, shell } = useWords();
  const { step, refusal } = useWizard();
  const way = step === "backup" ? toOldShop : toNewShop;
  const at = way.indexOf(step === "products" ? "start" : step);
  return (
    <div className={styles.wizard}>
      <nav className={styles.steps} aria-label={wizard.title}>
        <div className={styles.mark} aria-hidden="true">
          {shell.appName.slice(0, 1)}
        </div>
        <ol>
          {way.map((name, index) => (
            <li
              key={name}
              className={classes(index < at && styles.past, index === at && styles.now)}
              aria-current={index === at ? "step" : undefined}
            >
              {wizard.steps[name]}
            </li>
          ))}
        </ol>
      </nav>
      <main className={styles.step} key={step} data-testid={`wizard-${step}`}>
        {screens[step]}
        <RefusalNotice refusal={refusal} className={styles.notice} />
      </main>
    </div>
  );
}
