import { HeartPulse } from "lucide-react";
import { useDoubleUses } from "../../stores/campaigns/doubleUses.ts";
import { type Health as Found, useSafety } from "../../stores/safety.ts";
import { isOfCashier, useSession } from "../../stores/session.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import { Checked } from "./Checked.tsx";
import { SafetyRow } from "./SafetyRow.tsx";

/** Whether the shop's own file is whole and its sums agree, and codes that were used twice. */
export function Health() {
  const { health: words } = useWords().settings;
  const { health, work, checkHealth } = useSafety();
  return (
    <SafetyRow
      icon={<HeartPulse strokeWidth={1.75} />}
      title={words.title}
      lead={words.lead}
      actions={
        <Button isDisabled={work !== undefined} onPress={() => void checkHealth()}>
          {words.check}
        </Button>
      }
    >
      {work === "health" && <Progress label={words.running} done={0} total={0} />}
      {health && <Told health={health} />}
    </SafetyRow>
  );
}

function Told({ health }: { readonly health: Found }) {
  const { health: words } = useWords().settings;
  const format = useFormat();
  const { ok, integrity, disagreements = [], counts, doubleUses } = health;
  const problems = [...(integrity === "ok" ? [] : [integrity]), ...disagreements];
  return (
    <>
      <Checked
        isGood={ok}
        text={ok ? words.good(format.number(counts.sales ?? 0)) : words.bad}
        problems={problems}
      />
      {doubleUses > 0 && <UsedTwice count={doubleUses} />}
    </>
  );
}

function UsedTwice({ count }: { readonly count: number }) {
  const { settings, campaigns } = useWords();
  const format = useFormat();
  const open = useDoubleUses((doubles) => doubles.open);
  const isCashier = useSession(isOfCashier);
  return (
    <Notice
      tone="gold"
      action={
        isCashier ? undefined : (
          <Button size="small" onPress={() => void open()} testId="open-doubles">
            {campaigns.openDoubles}
          </Button>
        )
      }
    >
      {settings.health.doubleUses(format.number(count))}
    </Notice>
  );
}
