/**
 * Phrases → one position automaton (Glushkov): every word of every phrase is a
 * position; an edge says which position may follow, and after how many words.
 * Its size is linear in the phrases, up to the edges between two choices.
 */
import { type Phrase, PhraseError, type PhraseNode } from "./phrase.js";

/** What a position consumes. */
export type Test =
  | { kind: "atom"; atom: number }
  | { kind: "sign"; sign: string }
  | { kind: "reference"; concept: number };

export interface Edge {
  to: number;
  /** Words that may stand between. */
  gap: number;
}

export interface Position {
  test: Test;
  edges: Edge[];
  accepts: boolean;
  /** The concept that the position's phrase belongs to. */
  concept: number;
  value: string | null;
}

/** Parts within so many words of each other, in any order; each part is a concept of its own. */
export interface Window {
  concept: number;
  parts: number[];
  words: number;
}

export interface ConceptNode {
  name: string;
  /** Concepts that must be found first. */
  needs: Set<number>;
  /** Index of the concept that takes matches away, or -1. */
  without: number;
}

/** The automaton as plain data: parallel arrays, one entry a position or an edge. */
export interface AutomatonData {
  concepts: string[];
  /** Concepts, each behind those that it needs. */
  order: number[];
  /** Index of the concept that takes matches away, or -1, by concept. */
  without: number[];
  /** The pass in which a concept is found, by concept: behind the one that takes its matches away. */
  passes: number[];
  words: Record<string, number>;
  cased: Record<string, number>;
  patterns: Record<string, number>;
  signs: string[];
  values: string[];
  /** First positions of all phrases. */
  starts: number[];
  /** Of each position: what it consumes (a TestKind), … */
  kinds: number[];
  /** … the atom, the index of the sign or the concept that it asks for, … */
  arguments: number[];
  /** … the concept that its phrase belongs to, … */
  owners: number[];
  /** … the index of the phrase's value, or -1; -2 where no phrase may end here, … */
  accepts: number[];
  /** … and where its edges begin; one entry more than there are positions. */
  edges: number[];
  targets: number[];
  gaps: number[];
  windows: Window[];
}

export const TestKind = { atom: 0, sign: 1, reference: 2 } as const;
/** In `accepts`: a phrase may end here, with no value; none may. */
export const NO_VALUE = -1;
export const NO_END = -2;

const MAX_WORDS = 48;
const MAX_EDGES = 4096;
/** A bare "*": any one word. */
export const ANY_WORD = 0;

interface Part {
  first: Edge[];
  last: Edge[];
  /** Words that the part may skip where it matches nothing; null where it must match. */
  nullable: number | null;
  /** Longest match in words. */
  longest: number;
}

/** Collects phrases; `atoms` and `positions` are what the matcher runs on. */
export class AutomatonBuilder {
  readonly positions: Position[] = [];
  readonly windows: Window[] = [];
  readonly concepts: ConceptNode[] = [];
  /** First positions of all phrases. */
  readonly starts: number[] = [];
  readonly words = new Map<string, number>();
  readonly cased = new Map<string, number>();
  readonly patterns = new Map<string, number>([["*", ANY_WORD]]);
  private readonly indices = new Map<string, number>();
  private atoms = ANY_WORD + 1;

  /** `fold` is applied to phrases as it is to texts (diacritics, where a language says so). */
  constructor(readonly fold: (norm: string) => string = (norm) => norm) {}

  /** Index of the concept, made where it is new. */
  concept(name: string): number {
    let index = this.indices.get(name);
    if (index === undefined) {
      index = this.concepts.length;
      this.indices.set(name, index);
      this.concepts.push({ name, needs: new Set(), without: -1 });
    }
    return index;
  }

  /** Matches of `concept` that overlap one of `without` are none. */
  exclude(concept: string, without: string): void {
    this.concepts[this.concept(concept)]!.without = this.concept(without);
  }

  data(): AutomatonData {
    const signs: string[] = [];
    const values: string[] = [];
    const indexIn = (list: string[], entry: string): number => {
      const index = list.indexOf(entry);
      return index >= 0 ? index : list.push(entry) - 1;
    };
    const data: AutomatonData = {
      concepts: this.concepts.map(({ name }) => name),
      order: order(this.concepts),
      without: this.concepts.map(({ without }) => without),
      passes: passes(this.concepts),
      words: Object.fromEntries(this.words),
      cased: Object.fromEntries(this.cased),
      patterns: Object.fromEntries(this.patterns),
      signs,
      values,
      starts: this.starts,
      kinds: [],
      arguments: [],
      owners: [],
      accepts: [],
      edges: [0],
      targets: [],
      gaps: [],
      windows: this.windows,
    };
    for (const { test, edges, accepts, concept, value } of this.positions) {
      data.kinds.push(TestKind[test.kind]);
      data.arguments.push(
        test.kind === "atom" ? test.atom : test.kind === "sign" ? indexIn(signs, test.sign) : test.concept,
      );
      data.owners.push(concept);
      data.accepts.push(!accepts ? NO_END : value === null ? NO_VALUE : indexIn(values, value));
      for (const { to, gap } of edges) {
        data.targets.push(to);
        data.gaps.push(gap);
      }
      data.edges.push(data.targets.length);
    }
    return data;
  }

  add(concept: number, phrase: Phrase, source: string, value: string | null = null): void {
    if (phrase.kind === "window") {
      const parts = phrase.parts.map((node, i) => {
        const part = this.concept(`${this.concepts[concept]!.name}#${this.windows.length}.${i}`);
        this.addNode(part, node, source, null);
        this.concepts[concept]!.needs.add(part);
        return part;
      });
      this.windows.push({ concept, parts, words: phrase.words });
    } else {
      this.addNode(concept, phrase.node, source, value);
    }
  }

  private addNode(concept: number, node: PhraseNode, source: string, value: string | null): void {
    const from = this.positions.length;
    const part = this.build(node, concept, value, source);
    if (part.nullable !== null)
      throw new PhraseError(source, "it may match nothing: make one word of it fixed");
    if (part.longest > MAX_WORDS)
      throw new PhraseError(source, `longer than ${MAX_WORDS} words with its gaps`);
    let edges = 0;
    for (let p = from; p < this.positions.length; p++) edges += this.positions[p]!.edges.length;
    if (edges > MAX_EDGES)
      throw new PhraseError(source, `more than ${MAX_EDGES} variants: split it, or name a choice with {…}`);
    for (const { to } of part.last) this.positions[to]!.accepts = true;
    for (const { to, gap } of part.first) {
      if (gap > 0 && part.first.every((edge) => edge.gap > 0))
        throw new PhraseError(source, "it begins with a gap");
      this.starts.push(to);
    }
  }

  private build(node: PhraseNode, concept: number, value: string | null, source: string): Part {
    switch (node.kind) {
      case "gap":
        return { first: [], last: [], nullable: node.words, longest: node.words };
      case "sequence": {
        if (node.items.length === 0) return { first: [], last: [], nullable: 0, longest: 0 };
        return node.items
          .map((item) => this.build(item, concept, value, source))
          .reduce((left, right) => this.join(left, right));
      }
      case "choice": {
        const parts = node.items.map((item) => this.build(item, concept, value, source));
        const empty = parts.filter((part) => part.nullable !== null).map((part) => part.nullable!);
        if (node.optional) empty.push(0);
        return {
          first: parts.flatMap((part) => part.first),
          last: parts.flatMap((part) => part.last),
          nullable: empty.length > 0 ? Math.max(...empty) : null,
          longest: Math.max(...parts.map((part) => part.longest)),
        };
      }
      default: {
        const position = this.positions.length;
        this.positions.push({ test: this.test(node, concept), edges: [], accepts: false, concept, value });
        const edge = { to: position, gap: 0 };
        return { first: [edge], last: [edge], nullable: null, longest: 1 };
      }
    }
  }

  private join(left: Part, right: Part): Part {
    for (const { to: from, gap: before } of left.last) {
      for (const { to, gap: after } of right.first)
        this.positions[from]!.edges.push({ to, gap: before + after });
    }
    const skip = (edges: Edge[], words: number): Edge[] =>
      edges.map(({ to, gap }) => ({ to, gap: gap + words }));
    return {
      first: left.nullable === null ? left.first : [...left.first, ...skip(right.first, left.nullable)],
      last: right.nullable === null ? right.last : [...right.last, ...skip(left.last, right.nullable)],
      nullable: left.nullable === null || right.nullable === null ? null : left.nullable + right.nullable,
      longest: left.longest + right.longest,
    };
  }

  private test(
    node: PhraseNode & { kind: "word" | "pattern" | "cased" | "sign" | "reference" },
    concept: number,
  ): Test {
    switch (node.kind) {
      case "reference": {
        const reference = this.concept(node.concept);
        this.concepts[concept]!.needs.add(reference);
        return { kind: "reference", concept: reference };
      }
      case "sign":
        return { kind: "sign", sign: node.form };
      case "word":
        return { kind: "atom", atom: this.atom(this.words, this.fold(node.form)) };
      case "cased":
        return { kind: "atom", atom: this.atom(this.cased, node.form) };
      case "pattern":
        return { kind: "atom", atom: this.atom(this.patterns, this.fold(node.form)) };
    }
  }

  private atom(table: Map<string, number>, form: string): number {
    let atom = table.get(form);
    if (atom === undefined) {
      atom = this.atoms++;
      table.set(form, atom);
    }
    return atom;
  }
}

/**
 * A pass runs from the last token to the first, so what takes a match away from
 * its left is known only in the next one.
 * @throws PhraseError where a concept is needed by its own exclusion.
 */
function passes(concepts: readonly ConceptNode[]): number[] {
  const known: number[] = [];
  const visit = (index: number, path: number[]): number => {
    if (path.includes(index)) {
      const names = [...path, index].map((concept) => concepts[concept]!.name).join(" → ");
      throw new PhraseError(names, "concepts refer to each other in a circle");
    }
    if (known[index] !== undefined) return known[index];
    const { needs, without } = concepts[index]!;
    const below = [...path, index];
    const least = without < 0 ? 0 : visit(without, below) + 1;
    known[index] = Math.max(least, ...[...needs].map((need) => visit(need, below)));
    return known[index];
  };
  return concepts.map((_, index) => visit(index, []));
}

/**
 * Every concept behind those that it needs.
 * @throws PhraseError where concepts refer to each other in a circle.
 */
function order(concepts: readonly ConceptNode[]): number[] {
  const rank: number[] = [];
  const state = new Uint8Array(concepts.length);
  const visit = (index: number, path: string[]): void => {
    const { name, needs } = concepts[index]!;
    if (state[index] === 2) return;
    if (state[index] === 1)
      throw new PhraseError([...path, name].join(" → "), "concepts refer to each other in a circle");
    state[index] = 1;
    for (const need of needs) visit(need, [...path, name]);
    state[index] = 2;
    rank.push(index);
  };
  for (let index = 0; index < concepts.length; index++) visit(index, []);
  return rank;
}
