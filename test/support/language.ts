import type { LanguageData, ReferenceData } from "../../src/catalogue/types.js";

/** A language of a few words, so that a test shows all that its texts are read with. */
export function smallLanguage(concepts: LanguageData["concepts"]): LanguageData {
  return {
    language: "en",
    name: "English",
    "fold-diacritics": false,
    abbreviations: [],
    numbers: { thirty: 30 },
    units: { hour: ["hour*"], day: ["day*"], week: ["week*"], month: ["month*"], year: ["year*"] },
    months: [
      ["january"],
      ["february"],
      ["march"],
      ["april"],
      ["may"],
      ["june"],
      ["july"],
      ["august"],
      ["september"],
      ["october"],
      ["november"],
      ["december"],
    ],
    streets: ["=Street"],
    actors: { us: ["we", "us"], reader: ["you"], other: ["partners"] },
    negation: { phrases: ["not", "never"], before: 5, after: 0 },
    "clause-boundaries": ["but", "unless"],
    audiences: ["california residents", "parents"],
    concepts,
    countryNames: { SE: "Sweden", US: "United States" },
    models: {},
  };
}

export const smallReference: ReferenceData = {
  authorities: [
    {
      id: "se",
      country: "SE",
      names: ["integritetsskyddsmyndigheten"],
      acronyms: ["IMY"],
      domains: ["imy.se"],
    },
  ],
  countries: { eea: ["SE"], adequate: [], aliases: { US: ["=US", "=USA"] }, ambiguous: [] },
  legalForms: [
    { form: "Ltd", countries: ["GB"], position: "after", kind: "company" },
    { form: "SARL", countries: ["FR"], position: "either", kind: "company" },
    { form: "AS", countries: ["NO"], position: "after", kind: "company" },
  ],
  vendors: [],
  deadLaw: [],
};
