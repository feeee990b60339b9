import { useEffect, useState } from "react";
import { draftProblems } from "../../stores/campaignDraft.ts";
import { useCampaigns } from "../../stores/campaigns.ts";
import { Button } from "../../ui/Button.tsx";
import { Page } from "../../ui/Page.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import { Audience } from "./Audience.tsx";
import styles from "./Campaigns.module.css";
import { WhatPart } from "./WhatPart.tsx";
import { WhenPart } from "./WhenPart.tsx";
import { WhoPart } from "./WhoPart.tsx";

/** Three questions, with the answer to "how many?" beside them all the time. */
export function Builder() {
  const { builder } = useWords().campaigns;
  const { readMoney } = useFormat();
  const { draft, count, create, leave, isBusy } = useCampaigns();
  const [hasTried, setHasTried] = useState(false);
  useEffect(() => void count(readMoney), [count, readMoney]);
  const problems = hasTried ? draftProblems(draft, readMoney) : [];
  const finish = () => {
    setHasTried(true);
    void create(readMoney);
  };
  useKeys({ Escape: leave, "Ctrl+Enter": finish });
  return (
    <Page
      title={builder.title}
      lead={builder.lead}
      testId="campaign-builder"
      actions={
        <>
          <Button look="quiet" keyName="Esc" onPress={leave}>
            {builder.cancel}
          </Button>
          <Button
            look="main"
            keyName="Ctrl Enter"
            keyShortcut="Control+Enter"
            isDisabled={isBusy}
            onPress={finish}
            testId="create-campaign"
          >
            {builder.create}
          </Button>
        </>
      }
    >
      <div className={styles.builder}>
        <div className={styles.parts}>
          <WhoPart problems={problems} />
          <WhatPart problems={problems} />
          <WhenPart problems={problems} />
        </div>
        <Audience hasProblems={problems.length > 0} />
      </div>
    </Page>
  );
}
