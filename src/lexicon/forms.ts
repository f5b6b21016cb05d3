/** Word form → the atoms (word tests) that it passes, worked out once per form. */
import { append } from "../multimap.js";
import { ANY_WORD, type AutomatonData } from "./automaton.js";

/** For languages in which people leave their diacritics out. */
export const foldDiacritics = (norm: string): string =>
  norm.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");

const MEMO_LIMIT = 50_000;

export class Forms {
  private readonly exact: Map<string, number>;
  private readonly cased: Map<string, number>;
  private readonly prefixes = new Map<string, number[]>();
  private readonly suffixes = new Map<string, number[]>();
  private readonly infixes: { form: string; atom: number }[] = [];
  private readonly mixed: { test: RegExp; atom: number }[] = [];
  private readonly memo = new Map<string, readonly number[]>();
  private longestPrefix = 0;
  private longestSuffix = 0;

  constructor(
    automaton: AutomatonData,
    private readonly fold: (norm: string) => string,
  ) {
    this.exact = new Map(Object.entries(automaton.words));
    this.cased = new Map(Object.entries(automaton.cased));
    for (const [form, atom] of Object.entries(automaton.patterns)) {
      if (atom === ANY_WORD) continue;
      const core = form.replace(/^\*+|\*+$/g, "");
      const open = form.startsWith("*");
      const end = form.endsWith("*");
      if (core === "" || core.includes("*")) {
        const body = form
          .split("*")
          .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
          .join(".*");
        this.mixed.push({ test: new RegExp(`^${body}$`, "su"), atom });
      } else if (open && end) this.infixes.push({ form: core, atom });
      else if (open) {
        append(this.suffixes, core, atom);
        this.longestSuffix = Math.max(this.longestSuffix, core.length);
      } else {
        append(this.prefixes, core, atom);
        this.longestPrefix = Math.max(this.longestPrefix, core.length);
      }
    }
  }

  /** Atoms of a normalised form; cased atoms are asked for apart. */
  of(norm: string): readonly number[] {
    let atoms = this.memo.get(norm);
    if (atoms === undefined) {
      if (this.memo.size >= MEMO_LIMIT) this.memo.clear();
      atoms = this.work(this.fold(norm));
      this.memo.set(norm, atoms);
    }
    return atoms;
  }

  /** The atom that this very spelling passes, or undefined. */
  ofCased(text: string): number | undefined {
    return this.cased.get(text);
  }

  /** Whether some phrase names the word, be it with an open ending. */
  knows(norm: string): boolean {
    return this.of(norm).length > 1;
  }

  private work(norm: string): number[] {
    const atoms = [ANY_WORD];
    const exact = this.exact.get(norm);
    if (exact !== undefined) atoms.push(exact);
    for (let length = 1; length <= Math.min(norm.length, this.longestPrefix); length++) {
      const found = this.prefixes.get(norm.slice(0, length));
      if (found) atoms.push(...found);
    }
    for (let length = 1; length <= Math.min(norm.length, this.longestSuffix); length++) {
      const found = this.suffixes.get(norm.slice(norm.length - length));
      if (found) atoms.push(...found);
    }
    for (const { form, atom } of this.infixes) if (norm.includes(form)) atoms.push(atom);
    for (const { test, atom } of this.mixed) if (test.test(norm)) atoms.push(atom);
    return atoms;
  }
}
