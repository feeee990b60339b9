import { useBuilder } from "../../../stores/campaigns/builder.ts";
import { isOfCashier, useSession } from "../../../stores/session.ts";
import { Progress } from "../../../ui/Progress.tsx";
import { useInSight } from "../../../ui/useInSight.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { GiveUp } from "./GiveUp.tsx";
import styles from "./Overview.module.css";

/** How far a campaign's coupons have been drawn. */
export function IssuingLine() {
  const { builder } = useWords().campaigns;
  const format = useFormat();
  const issuing = useBuilder((state) => state.issuing);
  const isCashier = useSession(isOfCashier);
  const line = useInSight<HTMLDivElement>(issuing !== undefined);
  if (!issuing) return null;
  const { done, total } = issuing.progress ?? { done: 0, total: 0 };
  const { campaignId } = issuing;
  return (
    <div ref={line} className={styles.issuing} data-testid="issuing">
      <div role="status">
        <Progress
          label={builder.issuing(issuing.name)}
          done={done}
          total={total}
          {...(total > 0 && { figure: `${format.number(done)} / ${format.number(total)}` })}
        />
        <small>{builder.issuingHint}</small>
      </div>
      {campaignId !== undefined && !isCashier && (
        <GiveUp key={campaignId} campaignId={campaignId} />
      )}
    </div>
  );
}
