import { useState } from "react";
import { useBuilder } from "../../../stores/campaigns/builder.ts";
import { Button } from "../../../ui/Button.tsx";
import { useWords } from "../../../words/WordsContext.tsx";

/** Ends a campaign that has given nothing out yet. Pressed twice: it is for good. */
export function GiveUp({ campaignId }: { readonly campaignId: string }) {
  const { campaigns: words } = useWords();
  const giveUp = useBuilder((builder) => builder.giveUp);
  const [isSure, setIsSure] = useState(false);
  const press = () => (isSure ? void giveUp(campaignId) : setIsSure(true));
  return (
    <Button size="small" look={isSure ? "harm" : "quiet"} onPress={press} testId="give-up">
      {isSure ? words.giveUpSure : words.giveUp}
    </Button>
  );
}
