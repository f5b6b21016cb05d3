/**
 * Finds every concept of a sentence in passes over its tokens, each from the last
 * to the first: whatever a phrase refers to further right is then known
 * already. The work at a token is bounded by the phrases that can begin with
 * it and their longest reach, whatever the length of the text.
 */
import type { Token } from "../document/types.js";
import { append } from "../multimap.js";
import { type AutomatonData, NO_END, NO_VALUE, TestKind, type Window } from "./automaton.js";
import { Forms } from "./forms.js";
import { isTransparent } from "./phrase.js";

export interface Found {
  end: number;
  value: string | null;
}

/** An entity that was found before the pass. */
export interface Given {
  concept: number;
  start: number;
  end: number;
  value: string | null;
}

/** concept → first token → where the matches that begin there end. */
export type Findings = (Map<number, Found[]> | undefined)[];

/** Where phrases begin, by what they begin with. */
interface Starts {
  byAtom: Map<number, number[]>;
  bySign: Map<string, number[]>;
  byReference: Map<number, number[]>;
  /** By a concept that is part of them. */
  windows: Map<number, Window[]>;
}

/** No match is longer, references included; keeps the look for overlaps bounded. */
const MAX_REACH = 128;
const NO_ATOMS: readonly number[] = [];
const OPAQUE = 0;
const TRANSPARENT = 1;
const WORD = 2;

export class Matcher {
  readonly forms: Forms;
  readonly rankOf: Int32Array;
  /** State transitions tried so far; a measure of work that no clock disturbs. */
  steps = 0;
  /** What begins in each pass. */
  private readonly passes: Starts[];

  constructor(
    readonly automaton: AutomatonData,
    fold: (norm: string) => string,
  ) {
    this.forms = new Forms(automaton, fold);
    this.rankOf = new Int32Array(automaton.concepts.length);
    for (const [rank, concept] of automaton.order.entries()) this.rankOf[concept] = rank;
    this.passes = Array.from({ length: Math.max(...automaton.passes) + 1 }, (_, pass) =>
      this.startsOf((concept) => automaton.passes[concept] === pass),
    );
  }

  find(tokens: readonly Token[], given: readonly Given[]): Findings {
    const run = new Run(tokens, this);
    for (const { concept, start, end, value } of given) run.put(concept, start, { end, value });
    for (const starts of this.passes) run.pass(starts);
    this.steps += run.steps;
    return run.found;
  }

  private startsOf(wanted: (concept: number) => boolean): Starts {
    const { starts: first, kinds, arguments: asked, owners, signs, windows } = this.automaton;
    const starts: Starts = {
      byAtom: new Map(),
      bySign: new Map(),
      byReference: new Map(),
      windows: new Map(),
    };
    for (const position of first) {
      if (!wanted(owners[position]!)) continue;
      const argument = asked[position]!;
      if (kinds[position] === TestKind.atom) append(starts.byAtom, argument, position);
      else if (kinds[position] === TestKind.sign) append(starts.bySign, signs[argument]!, position);
      else append(starts.byReference, argument, position);
    }
    for (const window of windows) {
      if (!wanted(window.concept)) continue;
      for (const part of new Set(window.parts)) append(starts.windows, part, window);
    }
    return starts;
  }
}

/** Work that waits at a token for one concept. */
interface Waiting {
  starts: number[];
  windows: Window[];
}

class Run {
  readonly found: Findings = [];
  steps = 0;
  private readonly atoms: (readonly number[])[];
  private readonly cased: (number | undefined)[];
  private readonly classes: Uint8Array;
  /** Concepts that were found at a token, in this pass or one before. */
  private readonly foundAt: (number[] | undefined)[] = [];
  private readonly waiting = new Map<number, Waiting>();
  /** Ranks of the concepts that wait, highest first. */
  private readonly ranks: number[] = [];
  private readonly stack: number[] = [];

  constructor(
    private readonly tokens: readonly Token[],
    private readonly matcher: Matcher,
  ) {
    const { forms } = matcher;
    this.classes = new Uint8Array(tokens.length);
    this.atoms = new Array(tokens.length);
    this.cased = new Array(tokens.length);
    for (const [i, { kind, norm, text }] of tokens.entries()) {
      const word = kind !== "punctuation";
      this.classes[i] = word ? WORD : isTransparent(norm) ? TRANSPARENT : OPAQUE;
      this.atoms[i] = word ? forms.of(norm) : NO_ATOMS;
      this.cased[i] = word ? forms.ofCased(text) : undefined;
    }
  }

  put(concept: number, start: number, found: Found): void {
    const map = (this.found[concept] ??= new Map<number, Found[]>());
    const list = map.get(start);
    if (!list) {
      map.set(start, [found]);
      (this.foundAt[start] ??= []).push(concept);
    } else if (!list.some((other) => other.end === found.end)) list.push(found);
  }

  pass(starts: Starts): void {
    for (let at = this.tokens.length - 1; at >= 0; at--) {
      for (const atom of this.atoms[at]!) this.wait(starts.byAtom.get(atom));
      const cased = this.cased[at];
      if (cased !== undefined) this.wait(starts.byAtom.get(cased));
      if (this.classes[at] !== WORD) this.wait(starts.bySign.get(this.tokens[at]!.norm));
      // Entities, and what a pass before has found: phrases may begin with them.
      for (const concept of this.foundAt[at] ?? []) this.wake(concept, starts);
      if (this.ranks.length > 0) this.work(at, starts);
    }
  }

  private work(at: number, starts: Starts): void {
    const { order } = this.matcher.automaton;
    while (this.ranks.length > 0) {
      const rank = this.ranks.pop()!;
      const { starts: first, windows } = this.waiting.get(rank)!;
      this.waiting.delete(rank);
      const concept = order[rank]!;
      const results: Found[] = [];
      for (const position of first) this.explore(position, at, results);
      for (const window of windows) {
        const end = this.windowEnd(window, at);
        if (end > 0) results.push({ end, value: null });
      }
      let kept = false;
      for (const result of results) {
        if (this.takenAway(concept, at, result.end)) continue;
        this.put(concept, at, result);
        kept = true;
      }
      if (kept) this.wake(concept, starts);
    }
  }

  /** What refers to a concept that begins at the present token is tried there too. */
  private wake(concept: number, starts: Starts): void {
    this.wait(starts.byReference.get(concept));
    for (const window of starts.windows.get(concept) ?? []) {
      const { windows } = this.slot(window.concept);
      if (!windows.includes(window)) windows.push(window);
    }
  }

  private wait(positions: readonly number[] | undefined): void {
    if (!positions) return;
    const { owners } = this.matcher.automaton;
    for (const position of positions) this.slot(owners[position]!).starts.push(position);
  }

  private slot(concept: number): Waiting {
    const rank = this.matcher.rankOf[concept]!;
    let slot = this.waiting.get(rank);
    if (!slot) {
      slot = { starts: [], windows: [] };
      this.waiting.set(rank, slot);
      let i = this.ranks.length;
      while (i > 0 && this.ranks[i - 1]! < rank) i--;
      this.ranks.splice(i, 0, rank);
    }
    return slot;
  }

  /** Adds where the phrases that begin with `position` at token `at` end. */
  private explore(position: number, at: number, results: Found[]): void {
    const { edges, targets, gaps } = this.matcher.automaton;
    const { stack, classes } = this;
    const visited: number[] = [];
    this.reach(position, at, at, results, visited);
    while (stack.length > 0) {
      const end = stack.pop()!;
      const from = stack.pop()!;
      const last = edges[from + 1]!;
      for (let edge = edges[from]!; edge < last; edge++) {
        const to = targets[edge]!;
        const gap = gaps[edge]!;
        for (let token = end, words = 0; token < classes.length; token++) {
          this.reach(to, token, at, results, visited);
          if (classes[token] === WORD) {
            if (++words > gap) break;
          } else if (gap === 0 && classes[token] === OPAQUE) break;
        }
      }
    }
  }

  /** Tries `position` at `token`; what it consumes goes on the stack. */
  private reach(position: number, token: number, at: number, results: Found[], visited: number[]): void {
    const { kinds, arguments: asked, signs } = this.matcher.automaton;
    const argument = asked[position]!;
    this.steps++;
    if (kinds[position] === TestKind.atom) {
      if (this.cased[token] === argument || this.atoms[token]!.includes(argument)) {
        this.visit(position, token + 1, at, results, visited);
      }
    } else if (kinds[position] === TestKind.sign) {
      if (this.tokens[token]!.norm === signs[argument]) this.visit(position, token + 1, at, results, visited);
    } else {
      const found = this.found[argument]?.get(token);
      if (found) for (const { end } of found) this.visit(position, end, at, results, visited);
    }
  }

  private visit(position: number, end: number, at: number, results: Found[], visited: number[]): void {
    const { edges, accepts } = this.matcher.automaton;
    const value = accepts[position]!;
    if (value !== NO_END && !results.some((result) => result.end === end)) {
      results.push({ end, value: this.valueOf(position, value, at, end) });
    }
    if (edges[position] === edges[position + 1]) return;
    for (let i = 0; i < visited.length; i += 2) if (visited[i] === position && visited[i + 1] === end) return;
    visited.push(position, end);
    this.stack.push(position, end);
  }

  /** A phrase that is nothing but one reference hands that one's value on. */
  private valueOf(position: number, value: number, at: number, end: number): string | null {
    const { kinds, arguments: asked, values } = this.matcher.automaton;
    if (value !== NO_VALUE) return values[value]!;
    if (kinds[position] !== TestKind.reference) return null;
    return this.found[asked[position]!]?.get(at)?.find((found) => found.end === end)?.value ?? null;
  }

  /** Where the window that begins at `at` ends, or 0. */
  private windowEnd({ parts, words }: Window, at: number): number {
    let last = 0;
    let first = false;
    const taken: number[] = [];
    for (const part of parts) {
      const start = this.nextOf(part, at, words, taken);
      this.steps++;
      if (start < 0) return 0;
      taken.push(start);
      if (start === at) first = true;
      for (const { end } of this.found[part]!.get(start)!) last = Math.max(last, end);
    }
    return first ? last : 0;
  }

  /** The nearest token at or behind `at`, within so many words, at which the part begins; -1 where there is none. */
  private nextOf(part: number, at: number, words: number, taken: readonly number[]): number {
    const map = this.found[part];
    if (!map) return -1;
    for (let token = at, seen = 0; token < this.classes.length && seen < words; token++) {
      if (map.has(token) && !taken.includes(token)) return token;
      if (this.classes[token] === WORD) seen++;
    }
    return -1;
  }

  private takenAway(concept: number, start: number, end: number): boolean {
    const without = this.matcher.automaton.without[concept]!;
    const map = without < 0 ? undefined : this.found[without];
    if (!map) return false;
    for (let from = Math.max(0, start - MAX_REACH); from < end; from++) {
      const list = map.get(from);
      if (list?.some((found) => found.end > start)) return true;
    }
    return false;
  }
}
