import { useEffect } from "react";
import { type BuilderStep, builderSteps, useBuilder } from "../../../stores/campaigns/builder.ts";
import { draftProblems } from "../../../stores/campaigns/campaignDraft.ts";
import { useOffers } from "../../../stores/campaigns/offers.ts";
import { Button } from "../../../ui/Button.tsx";
import { Page } from "../../../ui/Page.tsx";
import { useKeys } from "../../../ui/useKeys.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { IssuingLine } from "../overview/IssuingLine.tsx";
import styles from "./Builder.module.css";
import { DraftSide } from "./DraftSide.tsx";
import { RehearsalStep } from "./RehearsalStep.tsx";
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
      {step === "rehearsal" ? (
        <RehearsalStep />
      ) : (
        <div className={styles.builder}>
          <Questions step={step} />
          <DraftSide />
        </div>
      )}
    </Page>
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
  const { step, draft, goTo, try: tryOn, rehearse, create } = useBuilder();
  const leave = useOffers((offers) => offers.go);
  const { readMoney } = useFormat();
  const at = builderSteps.indexOf(step);
  useEffect(() => {
    document.querySelector(`[data-step="${step}"]`)?.scrollIntoView?.({ block: "nearest" });
  }, [step]);

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
  };

  return {
    step,
    to,
    on: () => (step === "rehearsal" ? void create(readMoney) : to(builderSteps[at + 1] ?? step)()),
    back: () => (at === 0 ? leave("overview") : goTo(builderSteps[at - 1] ?? step)),
  };
};

function WalkKeys({ walk }: { readonly walk: Walk }) {
  const { builder } = useWords().campaigns;
  const { draft, rehearsal, issuing } = useBuilder();
  const { step } = walk;
  const issue = draft.trigger === "list" ? builder.create : builder.startTill;
  const onName = { who: builder.next, what: builder.next, when: builder.toRehearsal };
  const isWaiting = step === "rehearsal" && rehearsal === undefined;
  return (
    <>
      <Button look="quiet" keyName="Esc" onPress={walk.back}>
        {step === "who" ? builder.cancel : builder.previous}
      </Button>
      <Button
        look="main"
        keyName="Ctrl Enter"
        keyShortcut="Control+Enter"
        isDisabled={isWaiting || issuing !== undefined}
        onPress={walk.on}
        testId={step === "rehearsal" ? "create-campaign" : "next-step"}
      >
        {step === "rehearsal" ? issue : onName[step]}
      </Button>
    </>
  );
}
