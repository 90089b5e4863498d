/** The switch of languages: each named in itself, so that who cannot read the page finds it. */
import { type Language, languageNames, languages, wordsOf } from "../words/language.ts";

interface LanguageSwitchProps {
  readonly language: Language;
  setLanguage(language: Language): void;
}

export function LanguageSwitch({ language, setLanguage }: LanguageSwitchProps) {
  const choose = (value: string) => {
    const chosen = languages.find((known) => known === value);
    if (chosen) setLanguage(chosen);
  };
  return (
    <select
      class="language"
      aria-label={wordsOf(language).language}
      value={language}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {languages.map((known) => (
        <option key={known} value={known} lang={known}>
          {languageNames[known]}
        </option>
      ))}
    </select>
  );
}
