import { Check } from "lucide-react";
import { type BuilderStep, builderSteps } from "../../../stores/campaigns/builder.ts";
import type { DraftProblem } from "../../../stores/campaigns/campaignDraft.ts";
import { ArrowGroup } from "../../../ui/ArrowGroup.tsx";
import { classes } from "../../../ui/classes.ts";
import { Kbd } from "../../../ui/Kbd.tsx";
import { useWords } from "../../../words/WordsContext.tsx";
import styles from "./Builder.module.css";
import { partsOfStep } from "./useDraft.ts";

type StepBarProps = {
  readonly step: BuilderStep;
  readonly problems: readonly DraftProblem[];
  readonly onGo: (step: BuilderStep) => void;
};

/** Where one is on the way, and each step within reach. */
export function StepBar({ step, problems, onGo }: StepBarProps) {
  const { builder } = useWords().campaigns;
  const here = builderSteps.indexOf(step);
  return (
    <ArrowGroup className={styles.steps} label={builder.stepsLabel}>
      {builderSteps.map((name, at) => {
        const isWrong = partsOfStep[name].some((part) => problems.includes(part));
        return (
          <button
            key={name}
            type="button"
            data-testid={`step-${name}`}
            className={classes(styles.step, name === step && styles.here, isWrong && styles.wrong)}
            aria-current={name === step ? "step" : undefined}
            aria-keyshortcuts={`Control+${at + 1}`}
            onClick={() => onGo(name)}
          >
            <i aria-hidden="true">{at < here && !isWrong ? <Check strokeWidth={2} /> : at + 1}</i>
            <span>{builder.steps[name]}</span>
            <Kbd>{`Ctrl ${at + 1}`}</Kbd>
          </button>
        );
      })}
    </ArrowGroup>
  );
}
