import { useBuilder } from "../../../stores/campaigns/builder.ts";
import { SureButton } from "../../../ui/SureButton.tsx";
import { useWords } from "../../../words/WordsContext.tsx";

/** Ends a campaign that has given nothing out yet. */
export function GiveUp({ campaignId }: { readonly campaignId: string }) {
  const { campaigns: words } = useWords();
  const giveUp = useBuilder((builder) => builder.giveUp);
  return (
    <SureButton
      size="small"
      look="quiet"
      sure={words.giveUpSure}
      onSure={() => void giveUp(campaignId)}
      testId="give-up"
    >
      {words.giveUp}
    </SureButton>
  );
}
