/** Every concept of a document, found once and looked up by sentence or by concept. */
import type { PolicyDocument, Section, Sentence } from "../document/types.js";
import type { Hit, Lexicon } from "../lexicon/index.js";
import { append } from "../multimap.js";

export interface SentenceHits {
  hits: ReadonlyMap<string, Hit[]>;
  /** Words before each token; one entry more than there are tokens. */
  words: Int32Array;
}

const NONE: readonly Hit[] = [];

export class HitIndex {
  private readonly bySentence = new Map<Sentence, SentenceHits>();
  private readonly byConcept = new Map<string, Sentence[]>();
  private readonly headings = new Map<Section, ReadonlySet<string>>();

  constructor(
    readonly document: PolicyDocument,
    readonly lexicon: Lexicon,
  ) {
    for (const sentence of document.sentences) {
      for (const concept of this.of(sentence).hits.keys()) {
        append(this.byConcept, concept, sentence);
      }
    }
  }

  of(sentence: Sentence): SentenceHits {
    let found = this.bySentence.get(sentence);
    if (!found) {
      const words = new Int32Array(sentence.tokens.length + 1);
      for (const [i, token] of sentence.tokens.entries())
        words[i + 1] = words[i]! + (token.kind === "punctuation" ? 0 : 1);
      found = { hits: this.lexicon.find(sentence.tokens), words };
      this.bySentence.set(sentence, found);
    }
    return found;
  }

  hits(sentence: Sentence, concept: string): readonly Hit[] {
    return this.of(sentence).hits.get(concept) ?? NONE;
  }

  has(sentence: Sentence, concepts: readonly string[]): boolean {
    const { hits } = this.of(sentence);
    return concepts.some((concept) => hits.has(concept));
  }

  /** Sentences in which the concept occurs, in reading order. */
  sentencesWith(concept: string): readonly Sentence[] {
    return this.byConcept.get(concept) ?? [];
  }

  /** Concepts of the section's heading and of every heading above it. */
  above(section: Section): ReadonlySet<string> {
    let concepts = this.headings.get(section);
    if (!concepts) {
      const all = new Set(section.parent ? this.above(section.parent) : []);
      for (const sentence of section.heading?.sentences ?? []) {
        for (const concept of this.of(sentence).hits.keys()) all.add(concept);
      }
      concepts = all;
      this.headings.set(section, concepts);
    }
    return concepts;
  }
}
