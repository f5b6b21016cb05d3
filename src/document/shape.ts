import type { FlatText, Span } from "./flat.js";

/** What a piece of text looks like, apart from what it says. */
export interface Shape {
  words: number;
  /** The last sign where it is punctuation, quotes and brackets aside; else empty. */
  end: string;
  bold: boolean;
  linked: boolean;
  capitals: boolean;
  /** Begins with a capital letter, a digit, or a letter of a script without case. */
  opens: boolean;
  numbering: Numbering | null;
  /** Holds an e-mail address, a link or a telephone number. */
  contact: boolean;
  /** Holds digits beside its numbering. */
  digits: boolean;
  /** Holds a year beside its numbering, as dates do. */
  dated: boolean;
}

export interface Numbering {
  /** Length in the text, with the white space behind it. */
  length: number;
  kind: "decimal" | "roman" | "letter" | "sign" | "word";
  /** 1 for "3.", 2 for "3.1". */
  depth: number;
  /** Position in its sequence, from 1; 0 where it has none. */
  value: number;
  /** In brackets or with one: "(a)", "a)", "1)". */
  bracket: boolean;
}

const LONG = 400;
/** More words in capitals are shouted and head nothing. */
const MOST_CAPITALS = 16;
const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu;
const CLOSING = /[\s"'”’»“)\]*_]+$/u;
const CONTACT = /\S@\S|https?:\/\/|\bwww\.|\+\d[\d\s()/-]{6,}|\b\d[\d\s()/-]{7,}\d\b/u;
const YEAR = /(?<![\d/])(?:19|20)\d\d(?![\d/])/;
const ROMAN: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

const BULLET =
  /^(?:[•◦▪■●○‣⁃·∙►▶▸▹▻➔→➢➤☑✅🔹🔸✓✔❖◆♦\uf0b7\u2043\u25aa]|[–—*-](?=\s)|[–-](?=\p{L}{2})|o(?=\s{2,}|\t))\s*/u;
const DECIMAL = /^(\d{1,3})((?:\.\d{1,3}){0,4})(\.?\)|[.:]|(?=\s))\s*(?:[-–—]\s)?\s*(?=[^\s\d])/u;
const BRACKETED = /^\(([a-zA-Z]|\d{1,2}|[ivxIVX]{1,6})\)\s*(?=\S)/u;
const LETTERED = /^([a-zA-Z])\)\s*(?=\S)/u;
const CAPITAL_DOT = /^([A-Z])\.\s+(?=\p{Lu})/u;
const SMALL_DOT = /^([a-z])\.\s+(?=\p{Lu})/u;
const ROMAN_DOT = /^([ivxlIVXL]{1,7})[.)]\s*(?=\p{L})/u;
const SECTION_SIGN = /^§+\s*(\d{1,3})\s*\w?[.)]?\s+/u;
const SECTION_WORD = /^\p{Lu}\p{L}{2,10}\s(\d{1,2}|[IVX]{1,5})\s*[.:–—-]\s+/u;

export function bulletLength(text: string): number {
  return BULLET.exec(text)?.[0].length ?? 0;
}

export function numberingOf(text: string): Numbering | null {
  const head = text.slice(0, 40);
  let found = SECTION_SIGN.exec(head);
  if (found) return numbering(found, "sign", 1, Number(found[1]), false);
  found = DECIMAL.exec(head);
  if (found) {
    const depth = 1 + found[2]!.split(".").length - 1;
    const bare = found[3] === "";
    // "24 hours", "12 Mill Street": a number without a sign numbers nothing unless it is a chain or a dash follows.
    if (!bare || depth > 1 || /^\s+[-–—]\s/.test(head.slice(found[1]!.length))) {
      const value = Number(found[2] ? found[2].slice(found[2].lastIndexOf(".") + 1) : found[1]);
      return numbering(found, "decimal", depth, value, found[3]!.endsWith(")"));
    }
  }
  found = BRACKETED.exec(head);
  if (found) {
    const sign = found[1]!;
    if (/^\d/.test(sign)) return numbering(found, "decimal", 1, Number(sign), true);
    if (sign.length === 1 && !/[ivx]/i.test(sign))
      return numbering(found, "letter", 1, letterValue(sign), true);
    return numbering(found, "roman", 1, romanValue(sign), true);
  }
  found = LETTERED.exec(head);
  if (found && found[1] !== "i" && found[1] !== "v")
    return numbering(found, "letter", 1, letterValue(found[1]!), true);
  found = ROMAN_DOT.exec(head);
  if (found) {
    const upper = found[1] === found[1]!.toUpperCase();
    const bracket = head[found[1]!.length] === ")";
    if (upper || bracket) return numbering(found, "roman", 1, romanValue(found[1]!), bracket);
  }
  found = CAPITAL_DOT.exec(head) ?? SMALL_DOT.exec(head);
  if (found) return numbering(found, "letter", 1, letterValue(found[1]!), false);
  found = SECTION_WORD.exec(head);
  if (found) {
    const value = /\d/.test(found[1]!) ? Number(found[1]) : romanValue(found[1]!);
    return numbering(found, "word", 1, value, false);
  }
  return null;
}

export function shapeOf(flat: FlatText, span: Span): Shape {
  const text = flat.slice(span);
  const bare = text.replace(CLOSING, "");
  const last = bare.at(-1) ?? "";
  const found = numberingOf(text);
  // Nothing hangs on the exact looks of a long paragraph.
  const long = text.length > LONG;
  const rest = found ? text.slice(found.length) : text;
  const words = long ? 99 : (rest.match(WORDS)?.length ?? 0);
  return {
    words,
    end: /[.;:,?!…。؟]/.test(last) ? last : "",
    bold: flat.bold.covers(flat.text, span),
    linked: flat.links.covers(flat.text, span),
    capitals: words <= MOST_CAPITALS && isCapitals(rest),
    opens: !/^[\s"'“„«(*_]*[\p{Ll},;:).]/u.test(rest),
    numbering: found,
    contact: CONTACT.test(text),
    digits: /\d/.test(rest),
    dated: YEAR.test(rest),
  };
}

export function isCapitals(text: string): boolean {
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = text.match(/\p{Ll}/gu)?.length ?? 0;
  return upper >= 4 && lower <= upper * 0.12;
}

export function letterValue(letter: string): number {
  return letter.toLowerCase().charCodeAt(0) - 96;
}

export function romanValue(numeral: string): number {
  let value = 0;
  let previous = 0;
  for (const sign of [...numeral.toLowerCase()].reverse()) {
    const worth = ROMAN[sign] ?? 0;
    value += worth < previous ? -worth : worth;
    previous = Math.max(previous, worth);
  }
  return value;
}

function numbering(
  found: RegExpExecArray,
  kind: Numbering["kind"],
  depth: number,
  value: number,
  bracket: boolean,
): Numbering {
  return { length: found[0].length, kind, depth, value, bracket };
}
