import { useEffect } from "react";
import { useCoupons } from "../../stores/campaigns/coupons.ts";
import { useOffers } from "../../stores/campaigns/offers.ts";
import { type Lift, useResults } from "../../stores/campaigns/results.ts";
import { Button } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { SureButton } from "../../ui/SureButton.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { RefusalNotice } from "../../words/RefusalNotice.tsx";
import { useWords } from "../../words/WordsContext.tsx";
import { Arms } from "./Arms.tsx";
import { Compared } from "./Compared.tsx";
import { LiftByDay } from "./LiftByDay.tsx";
import { RedeemedByDay } from "./RedeemedByDay.tsx";
import styles from "./Results.module.css";
import { Verdict } from "./Verdict.tsx";

/** What a campaign did: the verdict first, then what it rests on. */
export function ResultsPage() {
  const { results: words } = useWords();
  const { shown, lift, refusal, load } = useResults();
  // Anew whenever the page is come to: sales go on while it lies behind another place.
  useEffect(() => void load(), [load]);
  if (!shown) return null;
  return (
    <Page title={words.title(shown.name)} actions={<ResultKeys lift={lift} />} testId="results">
      <RefusalNotice refusal={refusal} />
      {!lift && !refusal && <Progress label={words.working} done={0} total={0} />}
      {lift && (
        <div className={styles.results}>
          <Verdict lift={lift} />
          <div className={styles.columns}>
            <Compared lift={lift} />
            <div className={styles.column}>
              <LiftByDay lift={lift} />
              <RedeemedByDay lift={lift} />
              <Arms lift={lift} />
            </div>
          </div>
        </div>
      )}
    </Page>
  );
}

function ResultKeys({ lift }: { readonly lift: Lift | undefined }) {
  const { results: words } = useWords();
  const { shown, stop, close } = useResults();
  const openCoupons = useCoupons((coupons) => coupons.open);
  const isRunning = useOffers(({ campaigns }) =>
    campaigns.some(
      ({ campaignId, state }) => campaignId === shown?.campaignId && state === "issued",
    ),
  );
  const toCoupons = () => shown && void openCoupons(shown);
  useKeys({ Escape: close, "Ctrl+B": toCoupons });
  return (
    <>
      <Button look="quiet" keyName="Esc" onPress={close}>
        {words.close}
      </Button>
      {lift && isRunning && (
        <SureButton sure={words.stopSure} onSure={() => void stop()} testId="stop-campaign">
          {words.stop}
        </SureButton>
      )}
      <Button keyName="Ctrl B" keyShortcut="Control+B" onPress={toCoupons} testId="to-coupons">
        {words.coupons}
      </Button>
    </>
  );
}
