import type { ConditionKind } from "../../../stores/campaigns/segmentRows.ts";
import { ArrowGroup } from "../../../ui/ArrowGroup.tsx";
import { Button } from "../../../ui/Button.tsx";
import { useFocusFirst } from "../../../ui/useFocusFirst.ts";
import { useKeys } from "../../../ui/useKeys.ts";
import { useWords } from "../../../words/WordsContext.tsx";
import styles from "./Segment.module.css";

const groups = {
  buying: ["recencyDays", "purchaseCount", "spentMinor", "channel", "lapsedAgainstOwnRhythm"],
  goods: ["boughtSku", "boughtCategory", "notBoughtSku", "notBoughtCategory", "cartLeftOnline"],
  person: ["tier", "pointsBalance", "pointsExpiring", "birthdayWithinDays"],
  contact: ["consent"],
} as const satisfies Readonly<Record<string, readonly ConditionKind[]>>;

const groupNames = ["buying", "goods", "person", "contact"] as const;

type KindPickerProps = {
  readonly onPick: (kind: ConditionKind) => void;
  readonly onClose: () => void;
};

/** Every kind of condition, in its place; the arrow keys go through them all. */
export function KindPicker({ onPick, onClose }: KindPickerProps) {
  const { segments: words } = useWords();
  const first = useFocusFirst<HTMLButtonElement>();
  useKeys({ Escape: onClose });
  return (
    <ArrowGroup className={styles.picker} label={words.addTitle} testId="kinds">
      {groupNames.map((group) => (
        <div key={group}>
          <h3>{words.groups[group]}</h3>
          <div>
            {groups[group].map((kind) => (
              <Button
                key={kind}
                ref={kind === "recencyDays" ? first : undefined}
                size="small"
                onPress={() => onPick(kind)}
                testId={`kind-${kind}`}
              >
                {words.kinds[kind]}
              </Button>
            ))}
          </div>
        </div>
      ))}
      <Button look="quiet" size="small" keyName="Esc" onPress={onClose}>
        {words.cancel}
      </Button>
    </ArrowGroup>
  );
}
