/**
 * The phrase language of docs/phrases.md: text → a small tree. What it means
 * is worked out in automaton.ts.
 */
import { tokenise } from "../document/tokenise.js";

export type PhraseNode =
  | { kind: "word"; form: string }
  | { kind: "pattern"; form: string } // holds "*"
  | { kind: "cased"; form: string }
  | { kind: "sign"; form: string }
  | { kind: "reference"; concept: string }
  | { kind: "gap"; words: number }
  | { kind: "sequence"; items: PhraseNode[] }
  | { kind: "choice"; items: PhraseNode[]; optional: boolean };

export type Phrase =
  | { kind: "plain"; node: PhraseNode }
  | { kind: "window"; parts: PhraseNode[]; words: number };

/** A phrase that cannot be read; `message` says what is wrong and where. */
export class PhraseError extends Error {
  constructor(
    readonly phrase: string,
    problem: string,
  ) {
    super(`phrase "${phrase}": ${problem}`);
    this.name = "PhraseError";
  }
}

/** Signs that are passed over between neighbouring words. */
const TRANSPARENT = /^["'«»„“”‚‘’‹›()[\]{}/\\*_`‐‑-]$/u;

export const isTransparent = (sign: string): boolean => TRANSPARENT.test(sign);

// Stands for "*" while a word goes through the tokeniser, which takes it for a
// letter; no policy is written with the multiocular O.
const WILDCARD = "ꙮ";
const SPECIAL = /[\s()[\]{}<>|"]/;

export function parsePhrase(text: string): Phrase {
  const reader = new Reader(text);
  const phrase =
    reader.peek() === "<" ? reader.window() : { kind: "plain" as const, node: reader.alternatives("") };
  reader.end();
  return phrase;
}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  peek(): string {
    this.space();
    return this.text[this.at] ?? "";
  }

  end(): void {
    if (this.peek() !== "") this.fail(`unexpected "${this.peek()}" at ${this.at + 1}`);
  }

  window(): Phrase {
    this.at++;
    const parts: PhraseNode[] = [];
    for (let c = this.peek(); c !== ">"; c = this.peek()) {
      if (c === "") this.fail('"<" without ">"');
      if (c === '"') {
        this.at++;
        const close = this.text.indexOf('"', this.at);
        if (close < 0) this.fail("a quotation mark is not closed");
        parts.push(new Reader(this.text.slice(this.at, close)).alternatives(""));
        this.at = close + 1;
      } else {
        parts.push(this.item());
      }
    }
    this.at++;
    const size = /^~(\d+)/.exec(this.text.slice(this.at));
    if (!size) this.fail('"~" and a number of words are missing after ">"');
    this.at += size[0].length;
    if (parts.length < 2) this.fail('at least two parts between "<" and ">"');
    return { kind: "window", parts, words: Number(size[1]) };
  }

  /** Reads alternatives up to `close` ("" is the end of the phrase), which is left in place. */
  alternatives(close: string): PhraseNode {
    const branches: PhraseNode[] = [this.sequence(close)];
    while (this.peek() === "|") {
      this.at++;
      branches.push(this.sequence(close));
    }
    return branches.length === 1 ? branches[0]! : { kind: "choice", items: branches, optional: false };
  }

  private sequence(close: string): PhraseNode {
    const items: PhraseNode[] = [];
    for (let c = this.peek(); c !== "" && c !== "|" && c !== close; c = this.peek()) items.push(this.item());
    return items.length === 1 ? items[0]! : { kind: "sequence", items };
  }

  private item(): PhraseNode {
    const c = this.peek();
    if (c === "(" || c === "[") {
      const close = c === "(" ? ")" : "]";
      this.at++;
      const inner = this.alternatives(close);
      if (this.peek() !== close) this.fail(`"${c}" without "${close}"`);
      this.at++;
      return c === "(" ? inner : { kind: "choice", items: [inner], optional: true };
    }
    if (c === "{") {
      const reference = /^\{([a-z0-9_-]+)\}/.exec(this.text.slice(this.at));
      if (!reference) this.fail('"{" without a concept and "}"');
      this.at += reference[0].length;
      return { kind: "reference", concept: reference[1]! };
    }
    const gap = /^\.\.\.(\d*)/.exec(this.text.slice(this.at));
    if (gap) {
      if (gap[1] === "") this.fail('"..." needs a number of words: "...3"');
      this.at += gap[0].length;
      return { kind: "gap", words: Number(gap[1]) };
    }
    if (c === "=") {
      this.at++;
      return this.words("cased");
    }
    return this.words("word");
  }

  private words(kind: "word" | "cased"): PhraseNode {
    let raw = "";
    let escaped = false;
    for (; this.at < this.text.length; this.at++) {
      const c = this.text[this.at]!;
      if (escaped) raw += c === "*" ? "∗" : c;
      else if (c === "\\") {
        escaped = true;
        continue;
      } else if (SPECIAL.test(c)) break;
      else raw += c === "*" ? WILDCARD : c;
      escaped = false;
    }
    if (raw === "") this.fail(`unexpected "${this.text[this.at] ?? "end"}" at ${this.at + 1}`);
    const items: PhraseNode[] = [];
    for (const token of tokenise(raw)) {
      if (token.kind === "punctuation") {
        // A hyphen inside a word is passed over in texts, hence here too.
        if (token.norm === "-" && raw.length > 1) continue;
        items.push({ kind: "sign", form: token.norm.replace("∗", "*") });
      } else if (kind === "cased") items.push({ kind: "cased", form: token.text.normalize("NFKC") });
      else if (token.norm.includes(WILDCARD))
        items.push({ kind: "pattern", form: token.norm.replaceAll(WILDCARD, "*") });
      else items.push({ kind: "word", form: token.norm });
    }
    if (items.length === 0) this.fail(`"${raw}" holds no word`);
    return items.length === 1 ? items[0]! : { kind: "sequence", items };
  }

  private space(): void {
    while (/\s/.test(this.text[this.at] ?? "")) this.at++;
  }

  private fail(problem: string): never {
    throw new PhraseError(this.text, problem);
  }
}
