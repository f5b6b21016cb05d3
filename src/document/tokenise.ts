import { isTopLevelDomain } from "./domains.js";
import { normalise } from "./normalise.js";
import type { Token } from "./types.js";

/** Where the characters of a text stand in the source. */
export interface Offsets {
  startOf(index: number): number;
  /** Behind the character. */
  endOf(index: number): number;
}

const IDENTITY: Offsets = { startOf: (index) => index, endOf: (index) => index + 1 };

const SPACE = /[\s\u00ad\u200b-\u200f\u2060\ufeff]+/y;
const LINK = /(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>"“”«»„]{1,2000}/iy;
// Lengths are bounded so that a long run of letters and dots costs no more than its length.
const EMAIL =
  /[\p{L}\p{N}_%+-](?:[\p{L}\p{N}._%+-]{0,63})@[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})){1,6}/uy;
// "info (at) bakery (dot) example", as written to keep harvesters away.
const MASKED_EMAIL =
  /[\p{L}\p{N}](?:[\p{L}\p{N}._%+-]{0,63}) ?[[({<](?:at|ät|@|a)[\])}>] ?[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})(?:(?:\.| ?[[({<](?:dot|punkt|\.)[\])}>] ?)[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})){1,6}/iuy;
const DOMAIN =
  /((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,6})(\p{L}{2,18})(?![\p{L}\p{N}\p{M}])((?::\d{2,5})?(?:\/[^\s<>"“”«»„]{0,2000})?)/uy;
const NUMBER = /\p{Nd}+(?:[.,]\p{Nd}+)*(?![\p{L}\p{M}])/uy;
const WORD = /[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]*[\p{L}\p{N}\p{M}])?/uy;
const APOSTROPHE = /['\u2018\u2019\u201b\u02bc\uff07\u00b4`]/;
const ENGLISH_SUFFIX = /['\u2018\u2019\u201b\u02bc\uff07\u00b4`](?:s|re|ve|ll|d|m)(?![\p{L}\p{N}\p{M}])/iuy;
const NOT_SUFFIX = /['\u2018\u2019\u201b\u02bc\uff07\u00b4`]t(?![\p{L}\p{N}\p{M}])/iuy;
// A single letter or one of these stays with its apostrophe even where a space follows ("l' utente").
const ELIDED =
  /^(?:\p{L}|qu|lorsqu|puisqu|quoiqu|jusqu|presqu|entr|dell|nell|all|sull|dall|coll|quell|quest|bell|sant|cos)$/iu;
const PUNCTUATION = /\.{2,}|-{2,}|./suy;
const LETTER = /[\p{L}\p{N}\p{M}]/u;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const TRAILING = new Set([".", ",", ";", ":", "!", "?", "'", "’", "”", "»", "…", "*", "_", "|"]);
const BRACKETS: Record<string, string> = { ")": "(", "]": "[", "}": "{", ">": "<" };

/** Tokens of a whole text; without `offsets`, ranges are those of the text itself. */
export function tokenise(text: string, offsets: Offsets = IDENTITY): Token[] {
  return tokeniseRange(text, 0, text.length, offsets);
}

/** Tokens of `text` from `from` to `to`, in time linear in their distance. */
export function tokeniseRange(text: string, from: number, to: number, offsets: Offsets): Token[] {
  const part = from === 0 && to === text.length ? text : text.slice(from, to);
  const tokens: Token[] = [];
  const add = (start: number, end: number, kind: Token["kind"]) => {
    const written = part.slice(start, end).replace(INVISIBLE, "");
    const range = [offsets.startOf(from + start), offsets.endOf(from + end - 1)] as const;
    tokens.push({ text: written, norm: normalise(written), range, kind });
  };
  let index = 0;
  while (index < part.length) {
    const space = match(SPACE, part, index);
    if (space) {
      index += space.length;
      continue;
    }
    const link = match(LINK, part, index);
    if (link && link.length > 4) {
      const end = index + trimmed(link).length;
      add(index, end, "url");
      index = end;
      continue;
    }
    if (LETTER.test(charAt(part, index)) || part[index] === "_") {
      const email = match(EMAIL, part, index) ?? match(MASKED_EMAIL, part, index);
      if (email) {
        add(index, index + email.length, "email");
        index += email.length;
        continue;
      }
      const domain = domainAt(part, index);
      if (domain > index) {
        add(index, domain, "url");
        index = domain;
        continue;
      }
      const number = match(NUMBER, part, index);
      if (number) {
        add(index, index + number.length, "number");
        index += number.length;
        continue;
      }
      const word = match(WORD, part, index);
      if (word) {
        index = addWord(part, index, index + word.length, add);
        continue;
      }
    }
    if (APOSTROPHE.test(part[index]!) && !LETTER.test(part[index - 1] ?? " ")) {
      const suffix = match(ENGLISH_SUFFIX, part, index);
      if (suffix) {
        add(index, index + suffix.length, "word");
        index += suffix.length;
        continue;
      }
    }
    const sign = match(PUNCTUATION, part, index)!;
    add(index, index + sign.length, "punctuation");
    index += sign.length;
  }
  return tokens;
}

/** Adds the word from `start` to `end` with what an apostrophe ties to it; returns where to go on. */
function addWord(
  text: string,
  start: number,
  end: number,
  add: (start: number, end: number, kind: Token["kind"]) => void,
): number {
  if (end >= text.length || !APOSTROPHE.test(text[end]!)) {
    add(start, end, "word");
    return end;
  }
  const not = /n/i.test(text[end - 1]!) ? match(NOT_SUFFIX, text, end) : null;
  if (not) {
    if (end - 1 > start) add(start, end - 1, "word");
    add(end - 1, end + not.length, "word");
    return end + not.length;
  }
  const suffix = match(ENGLISH_SUFFIX, text, end);
  if (suffix) {
    add(start, end, "word");
    add(end, end + suffix.length, "word");
    return end + suffix.length;
  }
  const next = charAt(text, end + 1);
  const elided =
    LETTER.test(next) || ((next === "" || /\s/.test(next)) && ELIDED.test(text.slice(start, end)));
  add(start, elided ? end + 1 : end, "word");
  return elided ? end + 1 : end;
}

function domainAt(text: string, index: number): number {
  DOMAIN.lastIndex = index;
  const found = DOMAIN.exec(text);
  if (!found) return -1;
  const [, labels, last, path] = found;
  // One letter before the dot is an abbreviation ("z.B", "s.ro") but for the few short ones in use.
  if (labels!.length < 3 && !/^(?:x|t|g|d)\.(?:com|co|me|ly)$/i.test(labels! + last!)) return -1;
  if (!isTopLevelDomain(last!) || /^[\d.]+$/.test(labels!)) return -1;
  return index + labels!.length + last!.length + (path!.length > 1 ? trimmed(path!).length : 0);
}

/** Without the punctuation that belongs to the sentence around a link. */
function trimmed(link: string): string {
  let end = link.length;
  while (end > 0) {
    const last = link[end - 1]!;
    const opening = BRACKETS[last];
    if (!TRAILING.has(last) && !(opening && !link.slice(0, end).includes(opening))) break;
    end--;
  }
  return link.slice(0, end);
}

function match(pattern: RegExp, text: string, index: number): string | null {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0] ?? null;
}

function charAt(text: string, index: number): string {
  const code = text.codePointAt(index);
  return code === undefined ? "" : String.fromCodePoint(code);
}
