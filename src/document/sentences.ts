import type { FlatText, Span } from "./flat.js";
import { tokeniseRange } from "./tokenise.js";
import type { Token } from "./types.js";

const CLOSERS = new Set([")", "]", "}", '"', "'", "”", "’", "»", "“", "›", "*"]);
const OPENERS = new Set(["(", "[", '"', "'", "“", "„", "«", "‘", "‚", "‹", "»", "¿", "¡", "•"]);
const DASHES = new Set(["–", "—", "-"]);
const STOPS = new Set([".", "!", "?", "…", "。", "！", "？", "؟"]);
const UPPER = /^\p{Lu}|^\p{Lt}|^\p{Lo}/u;
const LOWER = /^\p{Ll}/u;

/** Cuts the tokens of a block into sentences. */
export class SentenceSplitter {
  private readonly abbreviations: ReadonlySet<string>;
  /** Shortened last parts of compounds. */
  private readonly endings: readonly string[];

  /**
   * `abbreviations` are written without their last full stop: "e.g", "z. B",
   * "art"; "*str" is any word that ends so.
   */
  constructor(abbreviations: readonly string[] = []) {
    const entries = abbreviations.map((entry) => entry.toLowerCase().replace(/\.$/, "").replace(/\s+/g, ""));
    this.abbreviations = new Set(entries.filter((entry) => !entry.startsWith("*")));
    this.endings = entries.filter((entry) => entry.startsWith("*")).map((entry) => entry.slice(1));
  }

  /** Token lists of the sentences in `span`; a sentence also ends at each of `stops`, flat text indices. */
  split(flat: FlatText, span: Span, stops: readonly number[] = []): Token[][] {
    const sentences: Token[][] = [];
    let from = span[0];
    for (const stop of [...stops, span[1]]) {
      if (stop <= from) continue;
      const end = Math.min(stop, span[1]);
      this.cut(flat, [from, end], sentences);
      from = end;
    }
    return sentences;
  }

  private cut(flat: FlatText, span: Span, out: Token[][]): void {
    const tokens = tokeniseRange(flat.text, span[0], span[1], flat);
    let start = 0;
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]!;
      const dots = token.kind === "punctuation" && (STOPS.has(token.text) || /^\.{2,}$/.test(token.text));
      if (!dots) continue;
      let next = i + 1;
      while (next < tokens.length && STOPS.has(tokens[next]!.text) && adjoins(tokens, next)) next++;
      while (next < tokens.length && CLOSERS.has(tokens[next]!.text) && adjoins(tokens, next)) next++;
      if (next >= tokens.length) break;
      if (this.ends(tokens, start, i, next)) {
        out.push(tokens.slice(start, next));
        start = next;
      }
      i = next - 1;
    }
    if (start < tokens.length) out.push(tokens.slice(start));
  }

  /** True where the stop at `at` ends the sentence that begins at `start`; `next` is the token behind it. */
  private ends(tokens: readonly Token[], start: number, at: number, next: number): boolean {
    const stop = tokens[at]!;
    const before = tokens[at - 1];
    let first = next;
    while (first < tokens.length - 1 && OPENERS.has(tokens[first]!.text)) first++;
    const after = tokens[first]!;
    if (DASHES.has(tokens[next]!.text) && before?.kind === "word") return false;
    const glued = tokens[next]!.range[0] === tokens[next - 1]!.range[1];
    if (LOWER.test(after.text) && after.kind === "word") return false;
    if (stop.text !== ".") return !glued || UPPER.test(after.text);
    if (!before || at === start) return false;
    if (glued) {
      // "end.The next": a space is missing; "d.o.o", "S.A" are abbreviations.
      return (
        before.kind === "word" && before.text.length > 2 && UPPER.test(after.text) && after.text.length > 1
      );
    }
    if (!adjoins(tokens, at)) return true;
    if (before.kind === "number") return this.endsAfterNumber(tokens, start, at, after);
    if (before.kind !== "word") return true;
    if (this.isAbbreviation(tokens, at)) return false;
    // "z. B.": the stop stands between two letters.
    if (before.text.length === 1 && after.text.length === 1 && tokens[first + 1]?.text === ".") return false;
    if (before.text.length === 1) return this.endsAfterLetter(tokens, start, at, after);
    // "Abs. 1", "čl. 6", "sec. 5": a short word before a number is a shortened one.
    if (after.kind === "number" && before.text.length <= 4 && !/^\p{Lu}+$/u.test(before.text)) return false;
    // A numeral that opens the line numbers it.
    return !(at === start + 1 && /^[IVXLC]+$/.test(before.text));
  }

  private endsAfterNumber(tokens: readonly Token[], start: number, at: number, after: Token): boolean {
    const number = tokens[at - 1]!;
    if (at === start + 1) return false;
    if (after.kind === "number") return false;
    if (!/^\d{1,2}$/.test(number.text)) return UPPER.test(after.text) || after.kind !== "word";
    // "1. Januar", "25. Mai 2018" are dates, "Art. 15. You" is not.
    const earlier = tokens[at - 2];
    return earlier !== undefined && (earlier.text === "." || earlier.text === "§" || earlier.text === ")");
  }

  private endsAfterLetter(tokens: readonly Token[], start: number, at: number, after: Token): boolean {
    if (at === start + 1) return false;
    const earlier = tokens[at - 2];
    // "z. B.", "d. h.", "U.S.", "J. R."
    if (earlier?.text === "." && tokens[at - 3]?.text.length === 1) return false;
    // "lit. a. DSGVO"
    if (earlier?.text === "." && this.isAbbreviation(tokens, at - 2)) return false;
    const letter = tokens[at - 1]!.text;
    if (/^\p{Lu}$/u.test(letter)) return false;
    return UPPER.test(after.text);
  }

  /** Looks for the words before the stop, up to four parts: "art", "e.g", "z.B". */
  private isAbbreviation(tokens: readonly Token[], at: number): boolean {
    const last = tokens[at - 1]!.text.toLowerCase();
    if (this.endings.some((ending) => last.endsWith(ending))) return true;
    let form = "";
    for (let i = at - 1, parts = 0; i >= 0 && parts < 7; i--, parts++) {
      form = tokens[i]!.text.toLowerCase() + form;
      if (form.length > 16) return false;
      if (this.abbreviations.has(form)) return true;
      const previous = tokens[i - 1];
      if (tokens[i]!.kind === "word" && previous?.text !== ".") return false;
    }
    return false;
  }
}

function adjoins(tokens: readonly Token[], index: number): boolean {
  return index > 0 && tokens[index]!.range[0] === tokens[index - 1]!.range[1];
}
