import { type Profile, useCustomerPanel } from "../../../stores/till/customerPanel.ts";
import { Button } from "../../../ui/Button.tsx";
import { useKeys } from "../../../ui/useKeys.ts";
import { useWords } from "../../../words/WordsContext.tsx";
import styles from "./CustomerPanel.module.css";

/** What may still be asked at the counter: never taken for granted, and read out word for word. */
export function ConsentBox({ profile }: { readonly profile: Profile }) {
  const { panel } = useWords().till;
  const { isConsentOpen, openConsent } = useCustomerPanel();
  const question = nextQuestion(profile);
  if (!question) return null;
  const name = question === "personalization" ? panel.personalization : panel.marketing;
  return (
    <section aria-label={panel.consent}>
      {isConsentOpen ? (
        <div className={styles.consent}>
          <Question purpose={question} />
        </div>
      ) : (
        <div className={styles.consentLine}>
          <span>{name}</span>
          <Button look="quiet" size="small" onPress={() => openConsent(true)}>
            {panel.askConsent}
          </Button>
        </div>
      )}
    </section>
  );
}

type Purpose = Profile["consents"][number]["purpose"];

function Question({ purpose }: { readonly purpose: Purpose }) {
  const { panel } = useWords().till;
  const { openConsent, recordConsent } = useCustomerPanel();
  const isPersonal = purpose === "personalization";
  const wording = isPersonal ? panel.consentWording : panel.consentPrintWording;
  const channel = isPersonal ? "counter" : "print";
  useKeys({ Escape: () => openConsent(false) });
  return (
    <>
      <p>{panel.consentRead}</p>
      <blockquote>{wording}</blockquote>
      <div className={styles.actions}>
        <Button
          look="tea"
          size="small"
          onPress={() => void recordConsent({ purpose, channel, state: "granted", wording })}
        >
          {panel.agrees}
        </Button>
        <Button look="quiet" size="small" keyName="Esc" onPress={() => openConsent(false)}>
          {panel.later}
        </Button>
      </div>
    </>
  );
}

/** First to be remembered, then to get coupons; a withdrawn one is not asked for again. */
const nextQuestion = ({ consents }: Profile): Purpose | undefined => {
  const isAsked = (purpose: Purpose) => consents.some((consent) => consent.purpose === purpose);
  if (!isAsked("personalization")) return "personalization";
  return isAsked("marketing") ? undefined : "marketing";
};
