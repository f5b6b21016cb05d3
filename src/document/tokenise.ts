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
const NUMBER = /\p{Nd}+(?:[.,]\p{Nd}+)*(?![\p{L}\p{M}\p{N}])/uy;
const WORD = /[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]*[\p{L}\p{N}\p{M}])?/uy;
const APOSTROPHE = /['\u2018\u2019\u201b\u02bc\uff07\u00b4`]/;
const ENGLISH_SUFFIX = /['\u2018\u2019\u201b\u02bc\uff07\u00b4`](?:s|re|ve|ll|d|m)(?![\p{L}\p{N}\p{M}])/iuy;
const NOT_SUFFIX = /['\u2018\u2019\u201b\u02bc\uff07\u00b4`]t(?![\p{L}\p{N}\p{M}])/iuy;
// A single letter or one of these stays with its apostrophe even where a space follows ("l' utente").
const ELIDED =
  /^(?:\p{L}|qu|lorsqu|puisqu|quoiqu|jusqu|presqu|entr|dell|nell|all|sull|dall|coll|quell|quest|bell|sant|cos)$/iu;
const PUNCTUATION = /\.{2,}|-{2,}|./suy;
const MASKED_AT = /[[({<](?:at|ät|@|a)[\])}>]/giu;
const LONGEST_NAME = 65;
const SPACE_CODE = 32;
const UNDERSCORE = 95;
/** h, f, w: a link begins with a scheme or "www". */
const LINK_START = new Set([..."hfwHFW"].map((sign) => sign.charCodeAt(0)));
/** What goes on with an e-mail address or a domain name behind its first letters. */
const JOINS_ADDRESS = new Set(["@", ".", "_", "%", "+", "-"]);
const LETTER = /[\p{L}\p{N}\p{M}]/u;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const TRAILING = new Set([".", ",", ";", ":", "!", "?", "'", "’", "”", "»", "…", "*", "_", "|"]);
const OPENING = new Set(["(", "[", "{", "<"]);
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
  const at = new Ahead(part, /@/g);
  const maskedAt = new Ahead(part, MASKED_AT);
  let index = 0;
  while (index < part.length) {
    const code = part.charCodeAt(index);
    if (code === SPACE_CODE) {
      index++;
      continue;
    }
    const space = code < 33 || code > 126 ? match(SPACE, part, index) : null;
    if (space) {
      index += space.length;
      continue;
    }
    const link = LINK_START.has(code) ? match(LINK, part, index) : null;
    if (link) {
      const end = index + trimmed(link).length;
      add(index, end, "url");
      index = end;
      continue;
    }
    const word = match(WORD, part, index);
    if (word || code === UNDERSCORE) {
      const end = index + (word ?? "_").length;
      const address = addressAt(part, index, end, at, maskedAt);
      if (address) {
        add(index, address.end, address.kind);
        index = address.end;
        continue;
      }
      const number = word && isDigit(code) ? match(NUMBER, part, index) : null;
      if (number) {
        add(index, index + number.length, "number");
        index += number.length;
        continue;
      }
      if (word) {
        index = addWord(part, index, end, add);
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

/**
 * The e-mail address or link that begins at `start`, with the word that ends at
 * `end`. Most words are followed by a space, so the costly patterns are seldom tried.
 */
function addressAt(
  text: string,
  start: number,
  end: number,
  at: Ahead,
  maskedAt: Ahead,
): { end: number; kind: "email" | "url" } | null {
  const next = text[end];
  if (next === undefined) return null;
  if (JOINS_ADDRESS.has(next)) {
    const email =
      (at.isWithin(start, LONGEST_NAME) ? match(EMAIL, text, start) : null) ??
      (maskedAt.isWithin(start, LONGEST_NAME) ? match(MASKED_EMAIL, text, start) : null);
    if (email) return { end: start + email.length, kind: "email" };
    const domain = next === "." || next === "-" ? domainAt(text, start) : -1;
    return domain > start ? { end: domain, kind: "url" } : null;
  }
  const bracket = next === " " ? text[end + 1] : next;
  if (bracket !== "[" && bracket !== "(" && bracket !== "{" && bracket !== "<") return null;
  const email = maskedAt.isWithin(start, LONGEST_NAME) ? match(MASKED_EMAIL, text, start) : null;
  return email ? { end: start + email.length, kind: "email" } : null;
}

/** Tells whether a sign comes soon, looking for it once only. */
class Ahead {
  private next = -1;

  constructor(
    private readonly text: string,
    private readonly sign: RegExp,
  ) {}

  isWithin(index: number, distance: number): boolean {
    if (this.next < index) {
      this.sign.lastIndex = index;
      this.next = this.sign.exec(this.text)?.index ?? Number.POSITIVE_INFINITY;
    }
    return this.next - index <= distance;
  }
}

function isDigit(code: number): boolean {
  return (code >= 48 && code <= 57) || code > 126;
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
  // How many brackets of each kind are closed without having been opened.
  const surplus = new Map<string, number>();
  for (const sign of link) {
    const opening = BRACKETS[sign];
    if (opening) surplus.set(opening, (surplus.get(opening) ?? 0) + 1);
    else if (OPENING.has(sign)) surplus.set(sign, (surplus.get(sign) ?? 0) - 1);
  }
  let end = link.length;
  while (end > 0) {
    const last = link[end - 1]!;
    const opening = BRACKETS[last];
    const left = opening ? surplus.get(opening)! : 0;
    if (left > 0) surplus.set(opening!, left - 1);
    else if (!TRAILING.has(last)) break;
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
