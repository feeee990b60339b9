import { TriangleAlert } from "lucide-react";
import { campaignWarnings } from "../../../shared/domain/campaign/campaign.ts";
import { offerText } from "../../../shared/domain/coupon/offerText.ts";
import { segmentText } from "../../../shared/domain/segment/segmentText.ts";
import { offerOf, segmentOf } from "../../stores/campaignDraft.ts";
import { useCampaigns } from "../../stores/campaigns.ts";
import { Notice } from "../../ui/Notice.tsx";
import { refusalText } from "../../words/refusalWords.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Campaigns.module.css";

/** How many people this is, who some of them are, and the whole thing said in two sentences. */
export function Audience({ hasProblems }: { readonly hasProblems: boolean }) {
  const { campaigns, refusals } = useWords();
  const { builder } = campaigns;
  const format = useFormat();
  const { preview, draft, refusal } = useCampaigns();
  const offer = offerOf(draft, format.readMoney);
  const { locale, currency } = format;
  return (
    <aside className={styles.audience} aria-live="polite" data-testid="audience">
      <b className={styles.count} data-testid="audience-count">
        {preview ? format.number(preview.count) : "\u00a0"}
      </b>
      <p className={styles.found}>{preview ? builder.found : builder.counting}</p>
      <p className={styles.sentence}>
        {segmentText(segmentOf(draft, format.readMoney), { locale, currency })}
      </p>
      {offer && <p className={styles.offer}>{offerText(offer, { locale, currency })}</p>}
      {preview && preview.sample.length > 0 && (
        <>
          <h3>{builder.sample}</h3>
          <ul>
            {preview.sample.map(({ customerId, name, phone }) => (
              <li key={customerId}>
                <span>{name}</span>
                {phone !== undefined && <small>{format.maskedPhone(phone)}</small>}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={styles.consent}>{builder.consentNote}</p>
      <Warnings />
      {hasProblems && (
        <Notice tone="rose" isAlert>
          {builder.problem}
        </Notice>
      )}
      {refusal && (
        <Notice tone="rose" isAlert>
          {refusalText(refusal, refusals, format)}
        </Notice>
      )}
    </aside>
  );
}

/** Said before it is made, by the same rule that the engine warns by. */
function Warnings() {
  const { builder } = useWords().campaigns;
  const format = useFormat();
  const draft = useCampaigns((state) => state.draft);
  const offer = offerOf(draft, format.readMoney);
  if (!offer) return null;
  const country = format.currency === "VND" ? "VN" : "";
  const { holdoutBps } = draft;
  return campaignWarnings({ offer, holdoutBps }, country).map(({ kind }) => (
    <Notice key={kind} icon={<TriangleAlert strokeWidth={1.75} aria-hidden="true" />}>
      {builder.warnings[kind]}
    </Notice>
  ));
}
