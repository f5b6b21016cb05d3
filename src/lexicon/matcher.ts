/**
 * Finds every concept of a sentence in one pass over its tokens, from the last
 * to the first: whatever a phrase refers to further right is then known
 * already. The work at a token is bounded by the phrases that can begin with
 * it and their longest reach, whatever the length of the text.
 */
import type { Token } from "../document/types.js";
import { append } from "../multimap.js";
import { type AutomatonBuilder, order, type Window } from "./automaton.js";
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

interface Starts {
  byAtom: (number[] | undefined)[];
  bySign: Map<string, number[]>;
  byReference: (number[] | undefined)[];
  windows: (Window[] | undefined)[];
  /** Concepts with which a phrase may begin, or which are part of a window. */
  leading: number[];
}

/** No match is longer, references included; keeps the look for overlaps bounded. */
const MAX_REACH = 96;
const NO_ATOMS: readonly number[] = [];

export class Matcher {
  readonly forms: Forms;
  /** State transitions tried so far; a measure of work that no clock disturbs. */
  steps = 0;
  private readonly rankOf: Int32Array;
  private readonly byRank: number[];
  /** Concepts that take matches away come first, with all they need. */
  private readonly phases: [Starts, Starts];

  constructor(private readonly automaton: AutomatonBuilder) {
    this.forms = new Forms(automaton);
    this.byRank = order(automaton.concepts);
    this.rankOf = new Int32Array(automaton.concepts.length);
    for (const [rank, concept] of this.byRank.entries()) this.rankOf[concept] = rank;
    const early = this.neededByExclusions();
    this.phases = [
      this.startsOf((concept) => early.has(concept)),
      this.startsOf((concept) => !early.has(concept)),
    ];
  }

  find(tokens: readonly Token[], given: readonly Given[]): Findings {
    const run = new Run(tokens, this.automaton, this.forms, this.rankOf, this.byRank);
    for (const hit of given) run.put(hit.concept, hit.start, { end: hit.end, value: hit.value });
    for (const starts of this.phases) run.pass(starts);
    this.steps += run.steps;
    return run.found;
  }

  private neededByExclusions(): Set<number> {
    const needed = new Set<number>();
    const visit = (concept: number): void => {
      if (needed.has(concept)) return;
      needed.add(concept);
      for (const need of this.automaton.concepts[concept]!.needs) visit(need);
    };
    for (const { without } of this.automaton.concepts) if (without >= 0) visit(without);
    return needed;
  }

  private startsOf(wanted: (concept: number) => boolean): Starts {
    const starts: Starts = { byAtom: [], bySign: new Map(), byReference: [], windows: [], leading: [] };
    const leading = new Set<number>();
    for (const index of this.automaton.starts) {
      const { test, concept } = this.automaton.positions[index]!;
      if (!wanted(concept)) continue;
      if (test.kind === "atom") (starts.byAtom[test.atom] ??= []).push(index);
      else if (test.kind === "reference") (starts.byReference[test.concept] ??= []).push(index);
      else append(starts.bySign, test.sign, index);
    }
    for (const window of this.automaton.windows) {
      if (!wanted(window.concept)) continue;
      for (const part of new Set(window.parts)) (starts.windows[part] ??= []).push(window);
    }
    for (const list of [starts.byReference, starts.windows])
      list.forEach((_, concept) => leading.add(concept));
    starts.leading = [...leading];
    return starts;
  }
}

class Run {
  readonly found: Findings = [];
  steps = 0;
  private readonly atoms: (readonly number[])[];
  private readonly cased: (number | undefined)[];
  private readonly transparent: boolean[];
  private readonly word: boolean[];
  /** Work that waits at the present token, by rank. */
  private readonly waiting = new Map<number, { starts: number[]; windows: Window[] }>();
  private ranks: number[] = [];

  constructor(
    private readonly tokens: readonly Token[],
    private readonly automaton: AutomatonBuilder,
    forms: Forms,
    private readonly rankOf: Int32Array,
    private readonly byRank: readonly number[],
  ) {
    this.word = tokens.map((token) => token.kind !== "punctuation");
    this.transparent = tokens.map((token) => token.kind === "punctuation" && isTransparent(token.norm));
    this.atoms = tokens.map((token, i) => (this.word[i] ? forms.of(token.norm) : NO_ATOMS));
    this.cased = tokens.map((token, i) => (this.word[i] ? forms.ofCased(token.text) : undefined));
  }

  put(concept: number, start: number, found: Found): void {
    const map = (this.found[concept] ??= new Map<number, Found[]>());
    const list = map.get(start);
    if (!list) map.set(start, [found]);
    else if (!list.some((other: Found) => other.end === found.end)) list.push(found);
  }

  pass(starts: Starts): void {
    for (let at = this.tokens.length - 1; at >= 0; at--) {
      for (const atom of this.atoms[at]!) this.wait(starts.byAtom[atom]);
      const cased = this.cased[at];
      if (cased !== undefined) this.wait(starts.byAtom[cased]);
      if (!this.word[at]) this.wait(starts.bySign.get(this.tokens[at]!.norm));
      // Entities, and what the phase before has found here: phrases may begin with them.
      for (const concept of starts.leading) {
        if (this.found[concept]?.has(at)) this.wake(concept, starts);
      }
      this.work(at, starts);
    }
  }

  private work(at: number, starts: Starts): void {
    while (this.ranks.length > 0) {
      const rank = this.ranks.pop()!;
      const { starts: first, windows } = this.waiting.get(rank)!;
      this.waiting.delete(rank);
      const concept = this.byRank[rank]!;
      const results: Found[] = [];
      for (const start of first) this.explore(start, at, results);
      for (const window of windows) {
        const end = this.windowEnd(window, at);
        if (end > 0) results.push({ end, value: null });
      }
      const kept = results.filter(({ end }) => !this.takenAway(concept, at, end));
      for (const result of kept) this.put(concept, at, result);
      if (kept.length > 0) this.wake(concept, starts);
    }
  }

  /** What refers to a concept that begins at the present token is tried there too. */
  private wake(concept: number, starts: Starts): void {
    this.wait(starts.byReference[concept]);
    for (const window of starts.windows[concept] ?? []) {
      const { windows } = this.slot(window.concept);
      if (!windows.includes(window)) windows.push(window);
    }
  }

  private wait(positions: readonly number[] | undefined): void {
    if (!positions) return;
    for (const position of positions)
      this.slot(this.automaton.positions[position]!.concept).starts.push(position);
  }

  private slot(concept: number): { starts: number[]; windows: Window[] } {
    const rank = this.rankOf[concept]!;
    let slot = this.waiting.get(rank);
    if (!slot) {
      slot = { starts: [], windows: [] };
      this.waiting.set(rank, slot);
      let i = this.ranks.length;
      while (i > 0 && this.ranks[i - 1]! < rank) i--;
      this.ranks.splice(i, 0, rank); // descending: the lowest is popped first
    }
    return slot;
  }

  private explore(start: number, at: number, results: Found[]): void {
    const { positions } = this.automaton;
    const size = this.tokens.length + 1;
    const stack: number[] = [];
    let seen: Set<number> | null = null;
    const reach = (position: number, token: number): void => {
      this.steps++;
      const { test } = positions[position]!;
      if (test.kind === "atom") {
        if (this.cased[token] === test.atom || this.atoms[token]!.includes(test.atom))
          visit(position, token + 1);
      } else if (test.kind === "sign") {
        if (this.tokens[token]!.norm === test.sign) visit(position, token + 1);
      } else {
        for (const { end } of this.found[test.concept]?.get(token) ?? []) visit(position, end);
      }
    };
    const visit = (position: number, end: number): void => {
      const { accepts, edges, value } = positions[position]!;
      if (accepts && !results.some((result) => result.end === end)) {
        results.push({ end, value: value ?? this.valueOf(position, at, end) });
      }
      if (edges.length === 0) return;
      const key = position * size + end;
      if (seen?.has(key)) return;
      (seen ??= new Set()).add(key);
      stack.push(position, end);
    };
    reach(start, at);
    while (stack.length > 0) {
      const end = stack.pop()!;
      const position = stack.pop()!;
      for (const { to, gap } of positions[position]!.edges) {
        for (let token = end, words = 0; token < this.tokens.length; token++) {
          reach(to, token);
          if (this.word[token]) {
            if (++words > gap) break;
          } else if (gap === 0 && !this.transparent[token]) break;
        }
      }
    }
  }

  /** A phrase that is nothing but one reference hands its value on. */
  private valueOf(position: number, at: number, end: number): string | null {
    const { test } = this.automaton.positions[position]!;
    if (test.kind !== "reference") return null;
    return this.found[test.concept]?.get(at)?.find((found) => found.end === end)?.value ?? null;
  }

  /** Where the window that begins at `at` ends, or 0. */
  private windowEnd({ parts, words }: Window, at: number): number {
    let last = 0;
    const taken = new Set<number>();
    let first = false;
    for (const part of parts) {
      const map = this.found[part];
      if (!map) return 0;
      let best: { start: number; end: number } | null = null;
      for (let token = at, reach = 0; token < this.tokens.length && reach <= words; token++) {
        if (this.word[token]) reach++;
        const found = map.get(token);
        if (found && !taken.has(token)) {
          best = { start: token, end: Math.max(...found.map(({ end }) => end)) };
          break;
        }
      }
      this.steps++;
      if (!best) return 0;
      taken.add(best.start);
      if (best.start === at) first = true;
      last = Math.max(last, best.end);
    }
    return first ? last : 0;
  }

  private takenAway(concept: number, start: number, end: number): boolean {
    const { without } = this.automaton.concepts[concept]!;
    const map = without < 0 ? undefined : this.found[without];
    if (!map) return false;
    for (let from = Math.max(0, start - MAX_REACH); from < end; from++) {
      for (const found of map.get(from) ?? []) if (found.end > start) return true;
    }
    return false;
  }
}
