/** What is said in every finding, whatever its rule; the rules' own texts stand in rules/. */
interface Texts {
  model: (sentence: string) => string;
  article: (law: string) => string;
  fact: (key: string) => string;
  successor: (law: string) => string;
  document: {
    title: string;
    description: string;
    notAPolicy: { what: string; why: string; write: string };
    unsupported: {
      what: (language: string | null) => string;
      why: string;
      write: (known: string[]) => string;
    };
  };
}

const en: Texts = {
  model: (sentence) => `For example: “${sentence}”`,
  article: (law) => `Art. ${law}`,
  fact: (key) => `Where there is none, say so in gdprlint.yml (facts: ${key}: none).`,
  successor: (law) => `What holds today: ${law}`,
  document: {
    title: "Privacy policy",
    description: "Requires a privacy policy in a language that is known.",
    notAPolicy: {
      what: "This does not read like a privacy policy",
      why: "Its disclosures were not checked.",
      write: "If it is one, name the file under notice in gdprlint.yml, and it is checked all the same.",
    },
    unsupported: {
      what: (language) =>
        language === null
          ? "The language of this text was not recognised"
          : `There are no rules for the language of this text (${language})`,
      why: "Nothing was checked.",
      write: (known) =>
        `Known languages are ${known.join(", ")}; where the text is in one of them, say so with lang in the front matter or language in gdprlint.yml.`,
    },
  },
};

const locales: Record<string, Texts> = { en };

/** The texts of a locale, English where it has none. */
export function texts(locale: string): Texts {
  return locales[locale] ?? en;
}

export function documentText(locale: string): Texts["document"] {
  return texts(locale).document;
}
