import { useSettings } from "../../stores/settings.ts";
import { useWizard } from "../../stores/wizard.ts";
import { Button } from "../../ui/Button.tsx";
import { Choices } from "../../ui/Choices.tsx";
import { useWords } from "../../words/WordsContext.tsx";
import { StepForm } from "./StepForm.tsx";

export function LanguageStep() {
  const { wizard, restore } = useWords();
  const { language } = wizard;
  const { locale, change } = useSettings();
  const go = useWizard((state) => state.go);
  return (
    <StepForm
      title={language.title}
      lead={language.lead}
      onNext={() => go("shop")}
      extra={
        <Button look="quiet" size="large" onPress={() => go("backup")}>
          {restore.newComputer.start}
        </Button>
      }
    >
      <Choices
        label={language.title}
        isLabelHidden
        look="cards"
        columns={2}
        value={locale}
        onChoose={(chosen) => change({ locale: chosen })}
        choices={[
          { value: "vi", label: language.vi, detail: language.viDetail },
          { value: "en", label: language.en, detail: language.enDetail },
        ]}
      />
    </StepForm>
  );
}
