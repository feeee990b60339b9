import { Split } from "lucide-react";
import { newOffer, type OfferDraft } from "../../../stores/campaigns/offerDraft.ts";
import { Button } from "../../../ui/Button.tsx";
import { useWords } from "../../../words/WordsContext.tsx";
import styles from "./Builder.module.css";
import { OfferFields } from "./OfferFields.tsx";
import { useDraft } from "./useDraft.ts";

/** What: one offer, or two of which half the people each get one. */
export function WhatStep() {
  const { builder } = useWords().campaigns;
  const { draft, change } = useDraft();
  const { offer, otherOffer } = draft;
  const changeFirst = (part: Partial<OfferDraft>) => change({ offer: { ...offer, ...part } });
  const changeOther = (part: Partial<OfferDraft>) =>
    change({ otherOffer: { ...(otherOffer ?? offer), ...part } });
  return (
    <section className={styles.part}>
      <h2>{builder.what}</h2>
      <OfferFields
        title={otherOffer ? builder.offerA : undefined}
        draft={offer}
        change={changeFirst}
      />
      {otherOffer && <OfferFields title={builder.offerB} draft={otherOffer} change={changeOther} />}
      <div className={styles.other}>
        <Button
          size="small"
          icon={<Split strokeWidth={1.75} aria-hidden="true" />}
          isPressed={otherOffer !== undefined}
          onPress={() => change({ otherOffer: otherOffer ? undefined : secondOffer(offer) })}
          testId="other-offer"
        >
          {otherOffer ? builder.removeOther : builder.addOther}
        </Button>
        <p className={styles.lead}>{builder.otherWhy}</p>
      </div>
    </section>
  );
}

/** Something else than the first, for the same goods. */
const secondOffer = ({ scopeKind, categories, skus }: OfferDraft): OfferDraft => ({
  ...newOffer,
  ...{ scopeKind, categories, skus },
  kind: "points",
});
