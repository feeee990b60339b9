import { useBuilder } from "../../../stores/campaigns/builder.ts";
import { Progress } from "../../../ui/Progress.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { GiveUp } from "./GiveUp.tsx";

/** How far a campaign's coupons have been drawn. */
export function IssuingLine() {
  const { builder } = useWords().campaigns;
  const format = useFormat();
  const issuing = useBuilder((state) => state.issuing);
  if (!issuing) return null;
  const { done, total } = issuing.progress ?? { done: 0, total: 0 };
  return (
    <div role="status" data-testid="issuing">
      <Progress
        label={builder.issuing(issuing.name)}
        done={done}
        total={total}
        {...(total > 0 && { figure: `${format.number(done)} / ${format.number(total)}` })}
      />
      <small>{builder.issuingHint}</small>
      {issuing.campaignId !== undefined && (
        <GiveUp key={issuing.campaignId} campaignId={issuing.campaignId} />
      )}
    </div>
  );
}
