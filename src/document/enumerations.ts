import { type Draft, newDraft, spanOf } from "./draft.js";
import type { FlatText, Span } from "./flat.js";
import { letterValue, romanValue } from "./shape.js";

type Style = "letter-both" | "letter" | "roman-both" | "roman" | "number-both" | "number";

interface Marker {
  start: number;
  end: number;
  text: string;
  both: boolean;
}

const MARKER = /(\()?\b([a-z]|[ivx]{1,5}|\d{1,2})\)/g;
const SENTENCE_END = /[.!?]["”»)]*\s+(?=["“„«(]?\p{Lu})/gu;

/**
 * Items of an enumeration inside a paragraph, "... (i) ...; (ii) ...", with the
 * words before them as lead-in; null where there is none.
 */
export function splitEnumeration(
  flat: FlatText,
  draft: Draft,
  newItem: (list: number) => number,
  newList: () => number,
): Draft[] | null {
  const span = spanOf(draft);
  const text = flat.slice(span);
  const markers = sequence(text);
  if (markers.length < 2) return null;
  const list = newList();
  const out: Draft[] = [];
  const lead = flat.trim([span[0], span[0] + markers[0]!.start]);
  const leadIn = lead[1] > lead[0] ? newDraft(draft.kind, [lead], draft) : null;
  if (leadIn) out.push(leadIn);
  const end = endOfLast(text, markers);
  markers.forEach((marker, index) => {
    const until = index + 1 < markers.length ? markers[index + 1]!.start : end;
    const own: Span = flat.trim([span[0] + marker.end, span[0] + until]);
    const lists = [...draft.lists, { list, item: newItem(list) }];
    const item = newDraft("item", [own], { ...draft, hint: null, label: null, lists });
    item.leadIn = leadIn;
    out.push(item);
  });
  const rest = flat.trim([span[0] + end, span[1]]);
  if (rest[1] > rest[0]) out.push(newDraft(draft.kind, [rest], { ...draft, label: null, hint: null }));
  return out;
}

/** The first run of markers of one style that counts up from its beginning. */
function sequence(text: string): Marker[] {
  const perStyle = new Map<Style, Marker[]>();
  for (const found of text.matchAll(MARKER)) {
    const both = found[1] !== undefined;
    const before = text.slice(Math.max(0, found.index - 8), found.index);
    if (!opensItem(before, both)) continue;
    const marker = { start: found.index, end: found.index + found[0].length, text: found[2]!, both };
    for (const style of stylesOf(marker)) {
      const run = perStyle.get(style) ?? [];
      const value = positionOf(style, marker.text);
      if (value === run.length + 1 && (run.length === 0 || isFar(text, run[run.length - 1]!, marker)))
        run.push(marker);
      else if (value === 1 && run.length < 2) perStyle.set(style, [marker]);
      if (run.length > 0) perStyle.set(style, run);
    }
  }
  let best: Marker[] = [];
  for (const run of perStyle.values()) if (run.length > best.length) best = run;
  return best.length > 1 && isFar(text, best.at(-1)!, { start: text.length }) ? best : [];
}

/** "Art. 6 (1) (a)", "lit. a)" and "f(x)" cite or call and open no item. */
function opensItem(before: string, both: boolean): boolean {
  if (before === "") return true;
  if (!/[\s:;,–—]$/.test(before)) return false;
  const word = before.trimEnd();
  if (/\p{Ll}\.$/u.test(word) && /(?:^|\s)\p{L}{1,5}\.$/u.test(word)) return false;
  return !/[\d)]$/.test(word) || (both && /[;,]\s*$/.test(word));
}

function stylesOf({ text, both }: Marker): Style[] {
  const suffix = both ? "-both" : "";
  if (/^\d/.test(text)) return [`number${suffix}` as Style];
  const styles: Style[] = [];
  if (text.length === 1) styles.push(`letter${suffix}` as Style);
  if (/^[ivx]+$/.test(text)) styles.push(`roman${suffix}` as Style);
  return styles;
}

function positionOf(style: Style, text: string): number {
  if (style.startsWith("number")) return Number(text);
  return style.startsWith("letter") ? letterValue(text) : romanValue(text);
}

/** An item has at least two words. */
function isFar(text: string, marker: Marker, next: { start: number }): boolean {
  return /\p{L}[^\p{L}]+\p{L}{2,}|\p{L}{5,}/u.test(text.slice(marker.end, next.start));
}

/** The last item ends with its sentence where the others are no longer than theirs. */
function endOfLast(text: string, markers: readonly Marker[]): number {
  const last = markers[markers.length - 1]!;
  for (let i = 0; i + 1 < markers.length; i++) {
    if (
      text
        .slice(markers[i]!.end, markers[i + 1]!.start)
        .trim()
        .search(SENTENCE_END) >= 0
    )
      return text.length;
  }
  SENTENCE_END.lastIndex = last.end;
  const found = SENTENCE_END.exec(text);
  return found ? found.index + found[0].trimEnd().length : text.length;
}
