/** Does a clause hold somewhere in the document, and on which words? */
import type { Clause } from "../catalogue/types.js";
import type { Sentence } from "../document/types.js";
import type { Hit } from "../lexicon/index.js";
import { append } from "../multimap.js";
import type { HitIndex } from "./hits.js";
import { actorBefore, isDenied } from "./speech.js";
import type { View, Views } from "./views.js";

/** A hit at its place in a view: `from` and `to` count words from the view's start. */
export interface Placed {
  sentence: Sentence;
  hit: Hit;
  from: number;
  to: number;
}

export interface Match {
  view: View;
  /** In reading order. */
  hits: readonly Placed[];
  /** Words from the first to the last. */
  words: number;
  /** Different expressions of the clause's concepts in the sentences of the match: what is said at length is said clearly. */
  expressions: number;
  denied: boolean;
}

/** So many matches of one clause are enough to rank and to show. */
const ENOUGH = 64;

export class ClauseMatcher {
  constructor(
    private readonly index: HitIndex,
    private readonly views: Views,
  ) {}

  /** Whether the language can speak of all that the clause asks. */
  usable(clause: Clause): boolean {
    return slotsOf(clause).every((slot) => slot.some((concept) => this.index.lexicon.has(concept)));
  }

  /** Matches in reading order; each on the closest words of its view. */
  find(clause: Clause): Match[] {
    const slots = slotsOf(clause);
    const seeds = slots
      .map((slot) => this.sentencesWith(slot))
      .reduce((fewest, next) => (next.length < fewest.length ? next : fewest));
    const matches: Match[] = [];
    const seen = new Set<View>();
    for (const scope of Array.isArray(clause.in) ? clause.in : [clause.in]) {
      for (const seed of seeds) {
        for (const view of this.views.of(scope, seed)) {
          if (seen.has(view)) continue;
          seen.add(view);
          const match = this.inView(clause, slots, view);
          if (match) matches.push(match);
          if (matches.length >= ENOUGH) return matches;
        }
      }
    }
    return matches;
  }

  private sentencesWith(slot: readonly string[]): readonly Sentence[] {
    if (slot.length === 1) return this.index.sentencesWith(slot[0]!);
    return [...new Set(slot.flatMap((concept) => this.index.sentencesWith(concept)))];
  }

  private inView(clause: Clause, slots: readonly (readonly string[])[], view: View): Match | null {
    const above = this.index.above(view.section);
    if (clause.heading && !clause.heading.some((concept) => above.has(concept))) return null;
    if (clause["not-heading"]?.some((concept) => above.has(concept))) return null;
    const starts = wordStarts(view, this.index);
    const placed = slots.map((slot) => this.place(slot, view, starts));
    const entitySlot = clause.entity ? (clause.all?.length ?? 0) : -1;
    if (entitySlot >= 0) {
      placed[entitySlot] = placed[entitySlot]!.filter((entity) =>
        this.inOwnRole(entity, clause["role-not"] ?? []),
      );
    }
    if (clause["at-least"]) return this.counted(clause, view, placed);
    if (placed.some((list) => list.length === 0)) return null;
    let best: Match | null = null;
    for (const hits of combinations(placed, clause.order)) {
      const match = this.check(clause, view, hits);
      if (match && (!best || match.words < best.words)) best = match;
    }
    return best;
  }

  private place(slot: readonly string[], view: View, starts: readonly number[]): Placed[] {
    const placed: Placed[] = [];
    for (const [i, sentence] of view.sentences.entries()) {
      const { hits, words } = this.index.of(sentence);
      for (const concept of slot) {
        for (const hit of hits.get(concept) ?? []) {
          placed.push({
            sentence,
            hit,
            from: starts[i]! + words[hit.start]!,
            to: starts[i]! + words[hit.end]!,
          });
        }
      }
    }
    return placed.sort((a, b) => a.from - b.from || a.to - b.to);
  }

  private inOwnRole({ sentence }: Placed, roles: readonly string[]): boolean {
    if (this.index.has(sentence, roles)) return false;
    const above = this.index.above(sentence.block.section);
    return !roles.some((role) => above.has(role));
  }

  private check(clause: Clause, view: View, hits: Placed[]): Match | null {
    const ordered = [...hits].sort((a, b) => a.from - b.from || a.to - b.to);
    const first = ordered[0]!;
    const words = Math.max(...ordered.map(({ to }) => to)) - first.from;
    if (clause.within !== undefined && words > clause.within) return null;
    const sentences = [...new Set(ordered.map(({ sentence }) => sentence))];
    // What is only read along (a lead-in) says nothing by itself.
    const own = view.sentences.slice(view.own);
    if (view.own > 0 && !sentences.some((sentence) => own.includes(sentence))) return null;
    if (clause.except && sentences.some((sentence) => this.index.has(sentence, clause.except!))) return null;
    if (clause.near && this.isNear(ordered, clause.near)) return null;
    if (clause["given-to"] === "everyone" && sentences.some((sentence) => this.isForSome(sentence)))
      return null;
    if (clause.by !== "any") {
      const actor = actorBefore(first, view, this.index);
      if (actor !== null && actor !== clause.by) return null;
    }
    const denied = isDenied(ordered, this.index);
    if (denied ? clause.denied === "fails" : clause.denied === "only") return null;
    return { view, hits: ordered, words, denied, expressions: this.expressions(clause, sentences) };
  }

  private expressions(clause: Clause, sentences: readonly Sentence[]): number {
    const said = new Set<string>();
    for (const sentence of sentences) {
      for (const concept of slotsOf(clause).flat()) {
        let end = -1;
        for (const hit of this.index.hits(sentence, concept)) {
          if (hit.start < end) continue;
          end = hit.end;
          said.add(`${concept} ${wordsOf(sentence, hit)}`);
        }
      }
    }
    return said.size;
  }

  private isNear(hits: readonly Placed[], { not, within }: NonNullable<Clause["near"]>): boolean {
    return hits.some(({ sentence, hit }) => {
      const { words } = this.index.of(sentence);
      return not.some((concept) =>
        this.index
          .hits(sentence, concept)
          .some(
            (other) =>
              words[other.start]! - words[hit.end]! <= within &&
              words[hit.start]! - words[other.end]! <= within,
          ),
      );
    });
  }

  /** Said to one state's residents, to parents and the like: there, before in its block, or in a heading above. */
  private isForSome(sentence: Sentence): boolean {
    const some = "limited-audience";
    const { block } = sentence;
    if (this.index.above(block.section).has(some)) return true;
    if (block.context.some((context) => this.index.has(context, [some]))) return true;
    for (const earlier of block.sentences) {
      if (this.index.has(earlier, [some])) return true;
      if (earlier === sentence) return false;
    }
    return false;
  }

  private counted(clause: Clause, view: View, placed: readonly (readonly Placed[])[]): Match | null {
    const chosen: Placed[] = [];
    for (const [slot, [least]] of Object.entries(clause["at-least"]!).entries()) {
      const hits = placed[placed.length - Object.keys(clause["at-least"]!).length + slot]!;
      const expressions = new Map<string, Placed>();
      let end = -1;
      for (const place of hits) {
        if (place.from < end) continue;
        end = place.to;
        const said = wordsOf(place.sentence, place.hit);
        if (!expressions.has(said)) expressions.set(said, place);
      }
      if (expressions.size < Number(least)) return null;
      chosen.push(...expressions.values());
    }
    if (placed.some((list) => list.length === 0)) return null;
    const densest = mostIn(chosen);
    return this.check({ ...clause, within: undefined }, view, densest.length > 0 ? densest : chosen);
  }
}

const wordsOf = ({ tokens }: Sentence, { start, end }: Hit): string =>
  tokens
    .slice(start, end)
    .map(({ norm }) => norm)
    .join(" ");

/** The hits of the sentence that holds most of them: what a reader would point at. */
function mostIn(hits: readonly Placed[]): Placed[] {
  const bySentence = new Map<Sentence, Placed[]>();
  for (const place of hits) {
    append(bySentence, place.sentence, place);
  }
  return [...bySentence.values()].reduce<Placed[]>(
    (most, list) => (list.length > most.length ? list : most),
    [],
  );
}

function slotsOf(clause: Clause): string[][] {
  const slots = (clause.all ?? []).map((slot) => slot.split("|").map((concept) => concept.trim()));
  if (clause.entity) slots.push([...clause.entity]);
  for (const concept of Object.values(clause["at-least"] ?? {})) slots.push([concept]);
  return slots;
}

function wordStarts(view: View, index: HitIndex): number[] {
  const starts: number[] = [];
  let words = 0;
  for (const sentence of view.sentences) {
    starts.push(words);
    words += index.of(sentence).words[sentence.tokens.length]!;
  }
  return starts;
}

/** Where the nearest hit fails (it is denied, say), so many more of its slot are tried. */
const TRIED = 3;

/**
 * For each hit of the rarest slot, the nearest hits of every other slot; with
 * `ordered`, for each hit of the first slot the next ones of every other.
 */
function* combinations(placed: readonly Placed[][], ordered: boolean): Generator<Placed[]> {
  const pivot = ordered
    ? 0
    : placed.reduce((best, list, i) => (list.length < placed[best]!.length ? i : best), 0);
  function* complete(slot: number, hits: readonly Placed[], anchor: Placed): Generator<Placed[]> {
    if (slot === placed.length) {
      yield [...hits];
      return;
    }
    const choices =
      slot === pivot
        ? [anchor]
        : ordered
          ? next(placed[slot]!, hits.at(-1)!.from + 1)
          : nearest(placed[slot]!, anchor);
    for (const hit of choices) yield* complete(slot + 1, [...hits, hit], anchor);
  }
  for (const anchor of placed[pivot]!) yield* complete(0, [], anchor);
}

/** Index of the first hit at or behind a word. */
function lowerBound(list: readonly Placed[], word: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.from < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

const next = (list: readonly Placed[], word: number): readonly Placed[] => {
  const at = lowerBound(list, word);
  return list.slice(at, at + TRIED);
};

/** Nearest first. */
function nearest(list: readonly Placed[], anchor: Placed): readonly Placed[] {
  const at = lowerBound(list, anchor.from);
  const distance = ({ from, to }: Placed): number =>
    from >= anchor.from ? to - anchor.from : anchor.to - from;
  return list
    .slice(Math.max(0, at - TRIED), at + TRIED)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, TRIED);
}
