/** One language's concepts, and how to find them in a sentence. */
import type { LanguageData, ReferenceData } from "../catalogue/types.js";
import type { Token } from "../document/types.js";
import { append } from "../multimap.js";
import { houseNumbers, postcodes } from "./address.js";
import { type CompiledLexicon, compileLexicon } from "./compile.js";
import { type EntityWords, simpleEntities } from "./entities.js";
import { foldDiacritics } from "./forms.js";
import { type Findings, type Given, Matcher } from "./matcher.js";
import { LegalForms, persons } from "./names.js";
import type { Hit } from "./types.js";

export { type CompiledLexicon, compileLexicon } from "./compile.js";
export { PhraseError } from "./phrase.js";
export type { Hit } from "./types.js";

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
  return lexiconFrom(compileLexicon(language, reference));
}

export function lexiconFrom(compiled: CompiledLexicon): Lexicon {
  const { automaton } = compiled;
  const matcher = new Matcher(automaton, compiled.foldDiacritics ? foldDiacritics : (norm) => norm);
  const indexOf = new Map(automaton.concepts.map((name, index) => [name, index]));
  const visible = automaton.concepts.map((name) => !name.startsWith("_") && !name.includes("#"));
  const forms = new LegalForms(compiled.legalForms);
  const words: EntityWords = {
    numbers: new Map(Object.entries(compiled.numbers)),
    months: new Map(Object.entries(compiled.months)),
  };
  const known = ({ norm, text }: Token): boolean =>
    matcher.forms.knows(norm) || matcher.forms.ofCased(text) !== undefined;
  const valueAt = (found: Findings, concept: string, token: number): string | null =>
    found[indexOf.get(concept)!]?.get(token)?.[0]?.value ?? null;

  /** An ISO 8601 duration: the last number and the last unit of the match. */
  const period = (found: Findings, start: number, end: number): string | null => {
    let number: string | null = null;
    let unit: string | null = null;
    for (let token = start; token < end; token++) {
      number = valueAt(found, "number", token) ?? number;
      unit = valueAt(found, "unit", token) ?? unit;
    }
    if (number === null || unit === null) return null;
    return unit === "H" ? `PT${number}H` : `P${number}${unit}`;
  };

  return {
    language: compiled.language,
    negationReach: compiled.negation,
    has: (name) => indexOf.has(name),
    get steps() {
      return matcher.steps;
    },
    find(tokens) {
      const entities = [
        ...simpleEntities(tokens, words),
        ...forms.find(tokens),
        ...persons(tokens, known),
        ...postcodes(tokens),
        ...houseNumbers(tokens),
      ];
      const given = entities.map(
        ({ entity, start, end, value }): Given => ({ concept: indexOf.get(entity)!, start, end, value }),
      );
      const found = matcher.find(tokens, given);
      const hits = new Map<string, Hit[]>();
      for (const [index, map] of found.entries()) {
        if (!map || !visible[index]) continue;
        const concept = automaton.concepts[index]!;
        for (const [start, list] of map) {
          const { end, value } = list.reduce((a, b) => (b.end > a.end ? b : a));
          const shown = concept === "duration" ? period(found, start, end) : value;
          append(
            hits,
            concept,
            shown === null ? { concept, start, end } : { concept, start, end, value: shown },
          );
        }
      }
      for (const list of hits.values()) list.sort((a, b) => a.start - b.start);
      return hits;
    },
  };
}
