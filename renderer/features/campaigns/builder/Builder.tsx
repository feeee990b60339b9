import { type ReactNode, useLayoutEffect, useState } from "react";
import { type BuilderStep, builderSteps, useBuilder } from "../../../stores/campaigns/builder.ts";
import { draftProblems } from "../../../stores/campaigns/campaignDraft.ts";
import { useOffers } from "../../../stores/campaigns/offers.ts";
import { Button } from "../../../ui/Button.tsx";
import { Page } from "../../../ui/Page.tsx";
import { useGoToProblem } from "../../../ui/useGoToProblem.ts";
import { useKeys } from "../../../ui/useKeys.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { IssuingLine } from "../overview/IssuingLine.tsx";
import styles from "./Builder.module.css";
import { DraftSide } from "./DraftSide.tsx";
import { isForNobody, RehearsalStep } from "./RehearsalStep.tsx";
import { StepBar } from "./StepBar.tsx";
import { partsOfStep, useDraft } from "./useDraft.ts";
import { WhatStep } from "./WhatStep.tsx";
import { WhenStep } from "./WhenStep.tsx";
import { WhoStep } from "./WhoStep.tsx";

/** Three questions one after the other, then how it would go, and only then for real. */
export function Builder() {
  const { builder } = useWords().campaigns;
  const { step } = useBuilder();
  const { problems } = useDraft();
  const walk = useWalk();
  useKeys({
    Escape: walk.back,
    "Ctrl+Enter": walk.on,
    ...Object.fromEntries(builderSteps.map((name, at) => [`Ctrl+${at + 1}`, walk.to(name)])),
  });
  return (
    <Page title={builder.title} testId="campaign-builder" actions={<WalkKeys walk={walk} />}>
      <StepBar step={step} problems={problems} onGo={(name) => walk.to(name)()} />
      <IssuingLine />
      <StepPlace step={step} tries={walk.tries}>
        {step === "rehearsal" ? (
          <RehearsalStep />
        ) : (
          <div className={styles.builder}>
            <Questions step={step} />
            <DraftSide />
          </div>
        )}
      </StepPlace>
    </Page>
  );
}

type StepPlaceProps = {
  readonly step: BuilderStep;
  readonly tries: number;
  readonly children: ReactNode;
};

/** Takes the focus at each step, so that Tab goes on from its first field. */
function StepPlace({ step, tries, children }: StepPlaceProps) {
  const { builder } = useWords().campaigns;
  const place = useGoToProblem<HTMLElement>(tries);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is a new place to begin
  useLayoutEffect(() => {
    place.current?.focus({ preventScroll: true });
    if (place.current?.parentElement) place.current.parentElement.scrollTop = 0;
  }, [step]);
  return (
    <section ref={place} className={styles.place} aria-label={builder.steps[step]} tabIndex={-1}>
      {children}
    </section>
  );
}

function Questions({ step }: { readonly step: Exclude<BuilderStep, "rehearsal"> }) {
  switch (step) {
    case "who":
      return <WhoStep />;
    case "what":
      return <WhatStep />;
    case "when":
      return <WhenStep />;
  }
}

type Walk = ReturnType<typeof useWalk>;

/** From step to step: a rehearsal is only begun on a whole draft, and shows where it is not. */
const useWalk = () => {
  const { step, draft, goTo, try: tryOn, rehearse, create, rehearsal, issuing } = useBuilder();
  const leave = useOffers((offers) => offers.go);
  const { readMoney } = useFormat();
  const [tries, setTries] = useState(0);
  const at = builderSteps.indexOf(step);
  const to = (wanted: BuilderStep) => () => {
    if (wanted !== "rehearsal") {
      goTo(wanted);
      return;
    }
    tryOn();
    const problems = draftProblems(draft, readMoney);
    const wrong = builderSteps.find((name) =>
      partsOfStep[name].some((part) => problems.includes(part)),
    );
    goTo(wrong ?? "rehearsal");
    if (wrong === undefined) void rehearse(readMoney);
    else setTries(tries + 1);
  };

  const isReady = rehearsal !== undefined && !isForNobody(rehearsal, draft);
  const canGoOn = issuing === undefined && (step !== "rehearsal" || isReady);
  const goOn = () =>
    step === "rehearsal" ? void create(readMoney) : to(builderSteps[at + 1] ?? step)();
  return {
    ...{ step, to, canGoOn, tries },
    on: () => (canGoOn ? goOn() : undefined),
    back: () => (at === 0 ? leave("overview") : goTo(builderSteps[at - 1] ?? step)),
  };
};

function WalkKeys({ walk }: { readonly walk: Walk }) {
  const { builder } = useWords().campaigns;
  const { trigger } = useBuilder((state) => state.draft);
  const { step, canGoOn } = walk;
  const issue = trigger === "list" ? builder.create : builder.startTill;
  const onName = { who: builder.next, what: builder.next, when: builder.toRehearsal };
  return (
    <>
      <Button look="quiet" keyName="Esc" onPress={walk.back}>
        {step === "who" ? builder.cancel : builder.previous}
      </Button>
      <Button
        look="main"
        keyName="Ctrl Enter"
        keyShortcut="Control+Enter"
        isDisabled={!canGoOn}
        onPress={walk.on}
        testId={step === "rehearsal" ? "create-campaign" : "next-step"}
      >
        {step === "rehearsal" ? issue : onName[step]}
      </Button>
    </>
  );
}
