import { type Density, type Locale, type Theme, useSettings } from "../../stores/settings.ts";
import { Choices } from "../../ui/Choices.tsx";
import { useWords } from "../../words/WordsContext.tsx";
import styles from "./Settings.module.css";

const locales: readonly Locale[] = ["vi", "en"];
const themes: readonly Theme[] = ["light", "dark", "system"];
const densities: readonly Density[] = ["roomy", "compact"];
const lockMinutes = ["0", "5", "10", "30"] as const;

/** Takes effect at once, everywhere. */
export function Look() {
  const { settings: words } = useWords();
  const { locale, theme, density, lockAfterMinutes, change } = useSettings();
  return (
    <section className={styles.part} aria-label={words.sections.look}>
      <h2>{words.sections.look}</h2>
      <div className={styles.choices}>
        <Choices
          label={words.language}
          value={locale}
          onChoose={(chosen) => change({ locale: chosen })}
          choices={locales.map((value) => ({ value, label: words.languages[value] }))}
        />
        <Choices
          label={words.theme}
          value={theme}
          onChoose={(chosen) => change({ theme: chosen })}
          choices={themes.map((value) => ({ value, label: words.themes[value] }))}
        />
        <Choices
          label={words.density}
          value={density}
          onChoose={(chosen) => change({ density: chosen })}
          choices={densities.map((value) => ({ value, label: words.densities[value] }))}
        />
        <Choices
          label={words.lock}
          value={String(lockAfterMinutes)}
          onChoose={(chosen) => change({ lockAfterMinutes: Number(chosen) })}
          choices={lockMinutes.map((value) => ({ value, label: words.lockChoices[value] }))}
        />
      </div>
    </section>
  );
}
