import { type Draft, newDraft, spanOf } from "./draft.js";
import type { FlatText } from "./flat.js";
import { shapeOf } from "./shape.js";

const LABEL_WORDS = 14;
/** What stands between a label and its text. */
const SEPARATOR = /^\s*(?:[:–—]|-\s|\.(?=\s)|\?)/u;
const ENDS_LABEL = /[:.?!–—]["”»)]*\s*$/u;
/** All that an entry of an address holds: "E-mail: info@brotzeit.example". */
const CONTACT_ONLY = /^\s*[:–—-]?\s*(?:\S+@\S+|https?:\/\/\S+|www\.\S+|[+\d][\d\s()/.-]{5,})\s*$/u;
/** A label's section lies below every other one. */
export const LABEL_RANK = 6;

/** The bold words with which a block begins, where they name what it is about ("Retention. We keep ..."). */
export function runInLabel(flat: FlatText, draft: Draft): Draft | null {
  const span = spanOf(draft);
  const end = flat.bold.endAt(span[0]);
  if (end < 0 || end >= span[1]) return null;
  const label = flat.trim([span[0], end]);
  const text = flat.slice(label);
  const rest = flat.slice([end, span[1]]);
  if (!ENDS_LABEL.test(text) && !SEPARATOR.test(rest) && !/^\s*[\n\v]/.test(rest)) return null;
  // A bold sentence opens the paragraph and does not head it.
  const shape = shapeOf(flat, label);
  if (shape.words === 0 || shape.words > LABEL_WORDS || shape.contact || shape.dated) return null;
  if (/[.!]/.test(shape.end) && shape.words > 9) return null;
  if (CONTACT_ONLY.test(rest) || !/\p{L}|\d/u.test(rest)) return null;
  return newDraft("heading", [label], { ...draft, hint: "label", rank: LABEL_RANK });
}

/** True where the label ends a sentence of its own, as "Retention." does and "Retention:" does not. */
export function labelStandsAlone(flat: FlatText, label: Draft, block: Draft): boolean {
  const end = spanOf(label)[1];
  const text = flat.slice(spanOf(label));
  if (/[:–—-]\s*$/u.test(text)) return false;
  return !/^\s*(?:[:–—]|-\s)/u.test(flat.slice([end, Math.min(end + 4, spanOf(block)[1])]));
}
