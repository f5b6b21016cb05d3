/** One language's concepts, compiled, and how to find them in a sentence. */
import type { LanguageData, ReferenceData } from "../catalogue/types.js";
import { normalise } from "../document/normalise.js";
import type { Token } from "../document/types.js";
import { append } from "../multimap.js";
import { postcodes } from "./address.js";
import { AutomatonBuilder } from "./automaton.js";
import { type EntityWords, simpleEntities } from "./entities.js";
import { type Given, Matcher } from "./matcher.js";
import { LegalForms, persons } from "./names.js";
import { parsePhrase } from "./phrase.js";
import type { Hit } from "./types.js";

export { PhraseError } from "./phrase.js";
export type { Hit } from "./types.js";

const UNITS = { hour: "H", day: "D", week: "W", month: "M", year: "Y" } as const;

/** Entities that are made of others; "number", "unit" and the like are found before. */
const COMPOSED: [concept: string, phrases: string[]][] = [
  ["duration", ["{number} [{number}] [*] {unit}", "{number} [*] {number} [*] {unit}"]],
  ["postal-address", ["{street} ...1 {number}", "{number} ...3 {street}", "{postcode}"]],
];

export interface Lexicon {
  language: string;
  /** Concepts that this language can speak of; what is not here cannot be assessed. */
  has(concept: string): boolean;
  /** All hits of a sentence, by concept, each list sorted by its start; the longest match at a start. */
  find(tokens: readonly Token[]): ReadonlyMap<string, Hit[]>;
  /** Words that a negation of this language reaches forward and backward. */
  readonly negationReach: { before: number; after: number };
  /** State transitions tried since the lexicon was made. */
  readonly steps: number;
}

/** @throws PhraseError where a phrase cannot be read or concepts refer to each other in a circle. */
export function createLexicon(language: LanguageData, reference: ReferenceData): Lexicon {
  const fold = language["fold-diacritics"]
    ? (norm: string): string => norm.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC")
    : undefined;
  const automaton = new AutomatonBuilder(fold);
  const add = (concept: string, phrases: readonly string[], value: string | null = null): void => {
    const index = automaton.concept(concept);
    for (const phrase of phrases) automaton.add(index, parsePhrase(phrase), phrase, value);
  };
  const names = new Set<string>([
    "email",
    "url",
    "phone",
    "number",
    "date",
    "company",
    "association",
    "person",
  ]);

  for (const [concept, phrases] of COMPOSED) add(concept, phrases);
  for (const [unit, phrases] of Object.entries(language.units)) {
    add("unit", phrases, UNITS[unit as keyof typeof UNITS]);
  }
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
      automaton.concepts[automaton.concept(concept)]!.without = automaton.concept(`${concept}#not`);
    }
  }
  const visible = automaton.concepts.map(({ name }) => !name.startsWith("_") && !name.includes("#"));
  for (const { name } of automaton.concepts) names.add(name);

  const matcher = new Matcher(automaton);
  const forms = new LegalForms(reference.legalForms);
  const words = entityWords(language);
  const givenConcept = new Map<string, number>();
  const concept = (name: string): number => {
    let index = givenConcept.get(name);
    if (index === undefined) {
      index = automaton.concepts.findIndex((node) => node.name === name);
      givenConcept.set(name, index);
    }
    return index;
  };
  const known = ({ norm, text }: Token): boolean =>
    matcher.forms.knows(norm) || matcher.forms.ofCased(text) !== undefined;

  return {
    language: language.language,
    has: (name) => names.has(name),
    negationReach: { before: language.negation.before, after: language.negation.after },
    get steps() {
      return matcher.steps;
    },
    find(tokens) {
      const entities = [
        ...simpleEntities(tokens, words),
        ...forms.find(tokens),
        ...persons(tokens, known),
        ...postcodes(tokens),
      ];
      const given: Given[] = [];
      const hits = new Map<string, Hit[]>();
      for (const { entity, start, end, value } of entities) {
        const index = concept(entity);
        if (index >= 0) given.push({ concept: index, start, end, value });
        else append(hits, entity, hit(entity, start, end, value));
      }
      const found = matcher.find(tokens, given);
      for (const [index, map] of found.entries()) {
        if (!map || !visible[index]) continue;
        const { name } = automaton.concepts[index]!;
        for (const [start, list] of map) {
          const longest = list.reduce((a, b) => (b.end > a.end ? b : a));
          const value = name === "duration" ? period(found, concept, start, longest.end) : longest.value;
          append(hits, name, hit(name, start, longest.end, value));
        }
      }
      for (const list of hits.values()) list.sort((a, b) => a.start - b.start || b.end - a.end);
      return hits;
    },
  };
}

const hit = (concept: string, start: number, end: number, value: string | null): Hit =>
  value === null ? { concept, start, end } : { concept, start, end, value };

/** An ISO 8601 duration: the last number and the last unit of the match. */
function period(
  found: readonly (ReadonlyMap<number, { value: string | null }[]> | undefined)[],
  concept: (name: string) => number,
  start: number,
  end: number,
): string | null {
  let number: string | null = null;
  let unit: string | null = null;
  for (let token = start; token < end; token++) {
    number = found[concept("number")]?.get(token)?.[0]?.value ?? number;
    unit = found[concept("unit")]?.get(token)?.[0]?.value ?? unit;
  }
  if (number === null || unit === null) return null;
  return unit === "H" ? `PT${number}H` : `P${number}${unit}`;
}

function entityWords(language: LanguageData): EntityWords {
  const months = new Map<string, number>();
  for (const [i, names] of language.months.entries())
    for (const name of names) months.set(normalise(name), i + 1);
  const numbers = new Map(Object.entries(language.numbers).map(([word, value]) => [normalise(word), value]));
  return { months, numbers };
}

function addReference(
  add: (concept: string, phrases: readonly string[], value?: string | null) => void,
  language: LanguageData,
  { authorities, countries, vendors, deadLaw }: ReferenceData,
): void {
  for (const { id, names, acronyms, domains } of authorities) {
    add("authority-name", [...names, ...acronyms.map((acronym) => `=${acronym}`), ...domains.map(plain)], id);
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

/** A plain text as a phrase: the signs of the phrase language lose their meaning. */
const plain = (text: string): string => text.replace(/[\\()[\]{}<>|"*=]/g, "\\$&");
