/** A language file with the reference data → the automaton that a run loads as JSON. */
import type { LanguageData, ReferenceData } from "../catalogue/types.js";
import { normalise } from "../document/normalise.js";
import { AutomatonBuilder, type AutomatonData } from "./automaton.js";
import { foldDiacritics } from "./forms.js";
import { parsePhrase } from "./phrase.js";

/** Plain data; the concepts of a language as the matcher runs them. */
export interface CompiledLexicon {
  language: string;
  foldDiacritics: boolean;
  /** Words that a negation reaches forward and backward. */
  negation: { before: number; after: number };
  automaton: AutomatonData;
  /** Normalised number word → its value. */
  numbers: Record<string, number>;
  /** Normalised month name → 1 to 12. */
  months: Record<string, number>;
  legalForms: ReferenceData["legalForms"];
}

const UNITS = { hour: "H", day: "D", week: "W", month: "M", year: "Y" } as const;

/** Entities that are made of others; "number", "unit" and the like are found before. */
const COMPOSED: [concept: string, phrases: string[]][] = [
  ["duration", ["{number} [{number}] [*] {unit}", "{number} [*] {number} [*] {unit}"]],
  ["postal-address", ["{street} ...1 {house-number}", "{house-number} ...3 {street}", "{postcode}"]],
];

/** Entities found by their shape, whether or not a phrase refers to them. */
const DETECTED = [
  "email",
  "url",
  "phone",
  "number",
  "date",
  "company",
  "association",
  "public-body",
  "person",
  "postcode",
  "house-number",
];

/** @throws PhraseError where a phrase cannot be read or concepts refer to each other in a circle. */
export function compileLexicon(language: LanguageData, reference: ReferenceData): CompiledLexicon {
  const automaton = new AutomatonBuilder(language["fold-diacritics"] ? foldDiacritics : undefined);
  const add = (concept: string, phrases: readonly string[], value: string | null = null): void => {
    const index = automaton.concept(concept);
    for (const phrase of phrases) automaton.add(index, parsePhrase(phrase), phrase, value);
  };

  for (const entity of DETECTED) automaton.concept(entity);
  for (const [concept, phrases] of COMPOSED) add(concept, phrases);
  for (const [unit, phrases] of Object.entries(language.units))
    add("unit", phrases, UNITS[unit as keyof typeof UNITS]);
  for (const [actor, phrases] of Object.entries(language.actors)) add(actor, phrases);
  add("street", language.streets);
  add("negation", language.negation.phrases);
  add("clause-boundary", language["clause-boundaries"]);
  add("limited-audience", language.audiences);
  addReference(add, language, reference);
  for (const [concept, entry] of Object.entries(language.concepts)) {
    add(concept, Array.isArray(entry) ? entry : entry.phrases);
    if (!Array.isArray(entry) && entry.not.length > 0) {
      add(`${concept}#not`, entry.not);
      automaton.exclude(concept, `${concept}#not`);
    }
  }

  const { before, after } = language.negation;
  return {
    language: language.language,
    foldDiacritics: language["fold-diacritics"],
    negation: { before, after },
    automaton: automaton.data(),
    numbers: Object.fromEntries(
      Object.entries(language.numbers).map(([word, value]) => [normalise(word), value]),
    ),
    months: Object.fromEntries(
      language.months.flatMap((names, i) => names.map((name): [string, number] => [normalise(name), i + 1])),
    ),
    legalForms: reference.legalForms,
  };
}

function addReference(
  add: (concept: string, phrases: readonly string[], value?: string | null) => void,
  language: LanguageData,
  { authorities, countries, vendors, deadLaw }: ReferenceData,
): void {
  for (const { id, names, acronyms, domains } of authorities) {
    add(
      "authority-name",
      [...names, ...acronyms.map((acronym) => `=${acronym}`), ...domains.flatMap(addresses)],
      id,
    );
  }
  const eea = new Set(countries.eea);
  const ambiguous = new Set(countries.ambiguous);
  for (const [code, name] of Object.entries(language.countryNames)) {
    const phrases = [...(ambiguous.has(code) ? [] : [plain(name)]), ...(countries.aliases[code] ?? [])];
    if (phrases.length > 0) add(eea.has(code) ? "eea-country" : "third-country", phrases, code);
  }
  for (const { id, names } of vendors) add("vendor", names, id);
  for (const { id, names, languages } of deadLaw) {
    if (!languages || languages.includes(language.language)) add("dead-law", names, id);
  }
}

/** A site as it is named, and the addresses of its pages: each address is one word. */
const addresses = (domain: string): string[] => [
  domain,
  `www.${domain}*`,
  ...["https", "http"].flatMap((scheme) => [`${scheme}://${domain}*`, `${scheme}://www.${domain}*`]),
];

/** A plain text as a phrase: the signs of the phrase language lose their meaning. */
const plain = (text: string): string => text.replace(/[\\()[\]{}<>|"*=]/g, "\\$&");
