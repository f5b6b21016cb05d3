/** Who is spoken of, and whether it is denied. */
import type { Sentence } from "../document/types.js";
import type { Hit } from "../lexicon/index.js";
import { append } from "../multimap.js";
import type { HitIndex } from "./hits.js";
import type { Placed } from "./match.js";
import type { View } from "./views.js";

export type Actor = "reader" | "us" | "other";
const ACTORS: readonly Actor[] = ["reader", "us", "other"];

/**
 * The actor named last before (or at) the first hit: in its sentence, else in
 * the sentences read before it in the view. null where nobody is named.
 */
export function actorBefore(first: Placed, view: View, index: HitIndex): Actor | null {
  const at = view.sentences.indexOf(first.sentence);
  for (let i = at; i >= 0; i--) {
    const sentence = view.sentences[i]!;
    const limit = i === at ? first.hit.start : sentence.tokens.length;
    let found: Actor | null = null;
    let position = -1;
    for (const actor of ACTORS) {
      for (const hit of index.hits(sentence, actor)) {
        if (hit.start <= limit && hit.start > position) {
          position = hit.start;
          found = actor;
        }
      }
    }
    if (found) return found;
  }
  return null;
}

/**
 * A negation denies what it reaches: the hits behind it, as far as the
 * language says, those before it likewise, and what it stands between; never
 * across the boundary of a clause, and not from within a hit (a phrase that
 * holds a negation means it).
 */
export function isDenied(hits: readonly Placed[], index: HitIndex): boolean {
  const bySentence = new Map<Sentence, Hit[]>();
  for (const { sentence, hit } of hits) {
    append(bySentence, sentence, hit);
  }
  for (const [sentence, own] of bySentence) if (deniedIn(sentence, own, index)) return true;
  return false;
}

function deniedIn(sentence: Sentence, own: readonly Hit[], index: HitIndex): boolean {
  const negations = index.hits(sentence, "negation");
  if (negations.length === 0) return false;
  const { words } = index.of(sentence);
  const boundaries = index.hits(sentence, "clause-boundary");
  const { before, after } = index.lexicon.negationReach;
  const bounded = (from: number, to: number): boolean =>
    boundaries.some(({ start }) => start >= from && start < to);
  const start = Math.min(...own.map((hit) => hit.start));
  const end = Math.max(...own.map((hit) => hit.end));
  return negations.some((negation) => {
    if (own.some((hit) => negation.start < hit.end && negation.end > hit.start)) return false;
    if (negation.end <= start)
      return words[start]! - words[negation.end]! <= before && !bounded(negation.end, start);
    if (negation.start >= end)
      return words[negation.start]! - words[end]! < after && !bounded(end, negation.start);
    const following = own.filter((hit) => hit.start >= negation.end).map((hit) => hit.start);
    const behind = Math.min(...following, end);
    return words[behind]! - words[negation.end]! <= before && !bounded(negation.end, behind);
  });
}
