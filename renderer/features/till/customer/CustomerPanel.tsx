import { UserRoundSearch } from "lucide-react";
import { useRef } from "react";
import { useBasket } from "../../../stores/till/basket.ts";
import { type Profile, useCustomerPanel } from "../../../stores/till/customerPanel.ts";
import { Button } from "../../../ui/Button.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { usePageKeys } from "../../../ui/usePageKeys.ts";
import { refusalText } from "../../../words/refusalWords.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { AddCustomer } from "./AddCustomer.tsx";
import { Alerts } from "./Alerts.tsx";
import { ConsentBox } from "./ConsentBox.tsx";
import { Coupons } from "./Coupons.tsx";
import { CustomerHead } from "./CustomerHead.tsx";
import styles from "./CustomerPanel.module.css";
import { Glance } from "./Glance.tsx";
import { RecentVisits } from "./RecentVisits.tsx";
import { Suggestions } from "./Suggestions.tsx";

/** Who is buying, in one glance: what they are worth, what to offer, which coupons are theirs. */
export function CustomerPanel() {
  const { title } = useWords().till.panel;
  const panel = useRef<HTMLElement>(null);
  usePageKeys(panel);
  return (
    <aside ref={panel} className={styles.panel} aria-label={title} data-testid="customer-panel">
      <Content />
    </aside>
  );
}

function Content() {
  const { profile, isAdding } = useCustomerPanel();
  const hasCustomer = useBasket((basket) => basket.customerId !== undefined);
  if (isAdding) return <AddCustomer />;
  if (profile) {
    return (
      <>
        <CustomerHead profile={profile} />
        <Glance profile={profile} />
        <Alerts profile={profile} />
        <Offers profile={profile} />
        <ProfileRefused />
      </>
    );
  }
  return (
    <>
      {!hasCustomer && <NobodyYet />}
      <ProfileRefused />
    </>
  );
}

/** What to offer and what to ask; the same beside the basket and over it. */
export function Offers({ profile }: { readonly profile: Profile }) {
  return (
    <>
      <Suggestions profile={profile} />
      <Coupons profile={profile} />
      <RecentVisits profile={profile} />
      <ConsentBox profile={profile} />
    </>
  );
}

/** What could not be shown or written, and that selling goes on. */
export function ProfileRefused() {
  const { till, refusals } = useWords();
  const format = useFormat();
  const { profile, refusal, unkeptConsent } = useCustomerPanel();
  const said = refusal ?? unkeptConsent;
  if (!said) return null;
  return (
    <Notice tone="rose" isAlert className={styles.notice}>
      {refusal && !profile && <p>{till.panel.loadFailed}</p>}
      {unkeptConsent && <p>{till.panel.consentUnkept}</p>}
      <p>{refusalText(said, refusals, format)}</p>
    </Notice>
  );
}

function NobodyYet() {
  const { panel } = useWords().till;
  const startAdding = useCustomerPanel((state) => state.startAdding);
  return (
    <>
      <div className={styles.invitation}>
        <Empty
          icon={<UserRoundSearch strokeWidth={1.75} />}
          title={panel.empty}
          action={
            <Button keyName="F2" onPress={startAdding}>
              {panel.add}
            </Button>
          }
        >
          {panel.emptyHint}
        </Empty>
      </div>
      <Suggestions profile={undefined} />
    </>
  );
}
