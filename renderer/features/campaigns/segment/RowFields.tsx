import { noTier } from "../../../../shared/domain/loyalty/tier.ts";
import type { ConditionRow } from "../../../stores/campaigns/segmentRows.ts";
import { useSegments } from "../../../stores/campaigns/segments.ts";
import { Choices } from "../../../ui/Choices.tsx";
import { Field } from "../../../ui/Field.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { CategoryKeys } from "./CategoryKeys.tsx";
import { ConsentFields } from "./ConsentFields.tsx";
import { GoodsPicker } from "./GoodsPicker.tsx";
import { ManyKeys } from "./ManyKeys.tsx";
import styles from "./Segment.module.css";

type RowFieldsProps = {
  readonly row: ConditionRow;
  readonly onChange: (row: ConditionRow) => void;
};

/** What can be set of one condition, beneath its sentence. */
export function RowFields({ row, onChange }: RowFieldsProps) {
  const { segments: words } = useWords();
  const change = (part: Partial<ConditionRow>) => onChange({ ...row, ...part });
  return (
    <div className={styles.fields}>
      <KindFields row={row} change={change} />
      <div className={styles.wide}>
        <Choices
          label={words.fields.list}
          value={row.list}
          onChoose={(list) => change({ list })}
          choices={(["all", "any"] as const).map((value) => ({
            value,
            label: words.fields.lists[value],
          }))}
        />
      </div>
    </div>
  );
}

type PartProps = {
  readonly row: ConditionRow;
  readonly change: (part: Partial<ConditionRow>) => void;
};

function KindFields({ row, change }: PartProps) {
  const { fields } = useWords().segments;
  switch (row.kind) {
    case "recencyDays":
      return <Ends row={row} change={change} labels={[fields.daysFrom, fields.daysTo]} />;
    case "pointsBalance":
      return <Ends row={row} change={change} labels={[fields.pointsFrom, fields.pointsTo]} />;
    case "purchaseCount":
      return (
        <>
          <Ends row={row} change={change} labels={[fields.countFrom, fields.countTo]} />
          <Days row={row} change={change} label={fields.within} isOptional />
        </>
      );
    case "spentMinor":
      return (
        <>
          <Ends row={row} change={change} labels={[fields.moneyFrom, fields.moneyTo]} isMoney />
          <Days row={row} change={change} label={fields.within} isOptional />
        </>
      );
    case "cartLeftOnline":
      return <Days row={row} change={change} label={fields.within} />;
    case "channel":
      return (
        <Choices
          label={fields.place}
          value={row.place}
          onChoose={(place) => change({ place })}
          choices={(["store", "online", "both"] as const).map((value) => ({
            value,
            label: fields.places[value],
          }))}
        />
      );
    case "consent":
      return <ConsentFields row={row} change={change} />;
    default:
      return <PersonOrGoods row={row} change={change} />;
  }
}

function PersonOrGoods({ row, change }: PartProps) {
  const { fields } = useWords().segments;
  const { chosen } = row;
  const choose = (names: readonly string[]) => change({ chosen: names });
  switch (row.kind) {
    case "boughtSku":
    case "notBoughtSku":
      return (
        <>
          <GoodsPicker label={fields.goods} chosen={chosen} onChoose={choose} />
          <Days row={row} change={change} label={fields.within} isOptional />
        </>
      );
    case "boughtCategory":
    case "notBoughtCategory":
      return (
        <>
          <CategoryKeys label={fields.categories} chosen={chosen} onChoose={choose} />
          <Days row={row} change={change} label={fields.within} isOptional />
        </>
      );
    case "tier":
      return <TierKeys chosen={chosen} onChoose={choose} />;
    case "pointsExpiring":
      return (
        <>
          <Days row={row} change={change} label={fields.ahead} />
          <Figure label={fields.pointsLeast} value={row.min} onType={(min) => change({ min })} />
        </>
      );
    case "birthdayWithinDays":
      return (
        <>
          <Days row={row} change={change} label={fields.ahead} />
          <Choices
            label={fields.calendar}
            value={row.calendar}
            onChoose={(calendar) => change({ calendar })}
            choices={(["solar", "lunar"] as const).map((value) => ({
              value,
              label: fields.calendars[value],
            }))}
          />
        </>
      );
    case "lapsedAgainstOwnRhythm":
      return (
        <Figure label={fields.times} value={row.times} onType={(times) => change({ times })} />
      );
    default:
      return null;
  }
}

type TierKeysProps = {
  readonly chosen: readonly string[];
  readonly onChoose: (tiers: readonly string[]) => void;
};

function TierKeys({ chosen, onChoose }: TierKeysProps) {
  const { fields } = useWords().segments;
  const tiers = useSegments((state) => state.tiers);
  const choices = [...tiers, { tierId: noTier, name: fields.noTier }];
  return (
    <ManyKeys
      label={fields.tiers}
      choices={choices.map(({ tierId, name }) => ({ value: tierId, label: name }))}
      chosen={chosen}
      onChoose={onChoose}
    />
  );
}

type EndsProps = PartProps & {
  readonly labels: readonly [string, string];
  readonly isMoney?: boolean;
};

function Ends({ row, change, labels: [from, to], isMoney = false }: EndsProps) {
  const { fields } = useWords().segments;
  const { asTyped } = useFormat();
  const typed = (text: string) => (isMoney ? asTyped(text) : text);
  return (
    <>
      <Figure label={from} value={row.min} onType={(text) => change({ min: typed(text) })} />
      <Figure
        label={to}
        value={row.max}
        placeholder={fields.open}
        onType={(text) => change({ max: typed(text) })}
      />
    </>
  );
}

type DaysProps = PartProps & { readonly label: string; readonly isOptional?: boolean };

function Days({ row, change, label, isOptional = false }: DaysProps) {
  const { fields } = useWords().segments;
  return (
    <Figure
      label={label}
      value={row.days}
      placeholder={isOptional ? fields.anytime : undefined}
      onType={(days) => change({ days })}
    />
  );
}

type FigureProps = {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string | undefined;
  readonly onType: (text: string) => void;
};

function Figure(props: FigureProps) {
  return <Field {...props} inputMode="decimal" isFigure />;
}
