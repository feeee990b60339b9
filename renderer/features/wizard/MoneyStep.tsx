import { useState } from "react";
import { listCurrencies } from "../../../shared/money/currency.ts";
import { formatMoney } from "../../../shared/money/formatMoney.ts";
import { useWizard } from "../../stores/wizard.ts";
import { Choices } from "../../ui/Choices.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import { type CountryName, countries, roundingSteps } from "./countries.ts";
import { StepForm } from "./StepForm.tsx";
import styles from "./Wizard.module.css";

const countryNames: readonly CountryName[] = ["vn", "us", "eu", "kw", "other"];

export function MoneyStep() {
  const { money } = useWords().wizard;
  const { draft, fill, go } = useWizard();
  const [country, setCountry] = useState(() => countryOf(draft.currency));
  const choose = (name: CountryName) => {
    setCountry(name);
    if (name !== "other") fill(countries[name]);
  };
  return (
    <StepForm title={money.title} lead={money.lead} back="shop" onNext={() => go("owner")}>
      <Choices
        label={money.title}
        isLabelHidden
        look="cards"
        value={country}
        onChoose={choose}
        choices={countryNames.map((name) => ({
          value: name,
          label: money.presets[name],
          detail: money.details[name],
        }))}
      />
      <Terms />
    </StepForm>
  );
}

function Terms() {
  const { money } = useWords().wizard;
  const { locale } = useFormat();
  const { draft, fill } = useWizard();
  const { currency, timezone, taxMode, cashRoundingMinor } = draft;
  const steps = roundingSteps(currency).map((minor) => ({
    value: String(minor),
    label: minor === 0 ? money.noRounding : formatMoney(minor, currency, locale),
  }));
  return (
    <div className={styles.fields}>
      <SelectField
        label={money.currency}
        value={currency}
        choices={listCurrencies().map(asChoice)}
        onChoose={(chosen) => fill({ currency: chosen, cashRoundingMinor: 0 })}
      />
      <SelectField
        label={money.timezone}
        value={timezone}
        choices={timezones(timezone).map(asChoice)}
        onChoose={(chosen) => fill({ timezone: chosen })}
      />
      <Choices
        label={money.taxMode}
        value={taxMode}
        choices={[
          { value: "inclusive", label: money.inclusive },
          { value: "exclusive", label: money.exclusive },
        ]}
        onChoose={(chosen) => fill({ taxMode: chosen })}
      />
      <Choices
        label={money.rounding}
        value={String(cashRoundingMinor)}
        choices={steps}
        onChoose={(chosen) => fill({ cashRoundingMinor: Number(chosen) })}
      />
    </div>
  );
}

const asChoice = (value: string) => ({ value, label: value });

/** The system's list knows some zones by an older name; the chosen one is always among them. */
const timezones = (chosen: string): readonly string[] =>
  [...new Set([chosen, ...Intl.supportedValuesOf("timeZone")])].sort();

const countryOf = (currency: string): CountryName =>
  countryNames.find((name) => name !== "other" && countries[name].currency === currency) ?? "other";
