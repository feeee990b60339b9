import { TriangleAlert } from "lucide-react";
import { useEffect, useMemo } from "react";
import { campaignWarnings } from "../../../../shared/domain/campaign/campaign.ts";
import { offerText } from "../../../../shared/domain/coupon/offerText.ts";
import { useGoods } from "../../../stores/campaigns/goods.ts";
import { type Offer, type OfferDraft, offerOf } from "../../../stores/campaigns/offerDraft.ts";
import { segmentOf } from "../../../stores/campaigns/segmentRows.ts";
import { Notice } from "../../../ui/Notice.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { Audience } from "../segment/Audience.tsx";
import styles from "./Builder.module.css";
import { useDraft } from "./useDraft.ts";

/** The campaign as it stands, said in sentences, with the people it would reach. */
export function DraftSide() {
  const { builder } = useWords().campaigns;
  const { readMoney } = useFormat();
  const { draft, problems } = useDraft();
  const { rows, offer, otherOffer } = draft;
  const segment = useMemo(() => segmentOf(rows, readMoney), [rows, readMoney]);
  return (
    <Audience segment={segment}>
      <OfferLine draft={offer} {...(otherOffer && { arm: builder.offerA })} />
      {otherOffer && <OfferLine draft={otherOffer} arm={builder.offerB} />}
      <Warnings />
      {problems.length > 0 && (
        <Notice tone="rose" isAlert>
          {problems.includes("rows") ? builder.problemRows : builder.problem}
        </Notice>
      )}
    </Audience>
  );
}

type OfferLineProps = { readonly draft: OfferDraft; readonly arm?: string };

function OfferLine({ draft, arm }: OfferLineProps) {
  const { readMoney } = useFormat();
  const text = useOfferText();
  const learnNames = useGoods((goods) => goods.learnNames);
  const { skus, giftSku } = draft;
  useEffect(
    () => void learnNames(giftSku === "" ? skus : [giftSku, ...skus]),
    [skus, giftSku, learnNames],
  );
  const offer = offerOf(draft, readMoney);
  if (!offer) return null;
  return (
    <p className={styles.offer}>
      {arm !== undefined && <small>{arm}</small>}
      {text(offer)}
    </p>
  );
}

/** An offer in one line, with its goods by name. */
export const useOfferText = () => {
  const { locale, currency } = useFormat();
  const { nameBySku, giftNameBySku } = useGoods();
  return (offer: Offer): string => {
    const scopeName = nameBySku[offer.scope?.skus?.[0] ?? ""];
    const productName = offer.kind === "gift" ? giftNameBySku[offer.sku] : scopeName;
    return offerText(offer, {
      ...{ locale, currency },
      ...(productName !== undefined && { productName }),
      ...(scopeName !== undefined && { scopeName }),
    });
  };
};

/** Said before it is made, by the same rule that the engine warns by. */
function Warnings() {
  const { builder } = useWords().campaigns;
  const { currency, readMoney } = useFormat();
  const { draft } = useDraft();
  const offer = offerOf(draft.offer, readMoney);
  if (!offer) return null;
  const country = currency === "VND" ? "VN" : "";
  const { holdoutBps } = draft;
  const otherOffer = draft.otherOffer && offerOf(draft.otherOffer, readMoney);
  return campaignWarnings({ offer, otherOffer, holdoutBps }, country).map(({ kind }) => (
    <Notice key={kind} icon={<TriangleAlert strokeWidth={1.75} aria-hidden="true" />}>
      {builder.warnings[kind]}
    </Notice>
  ));
}
