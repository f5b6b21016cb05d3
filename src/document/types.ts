/** [start, end) in UTF-16 units of the source. */
export type Range = readonly [start: number, end: number];

export interface Token {
  /** As written, entities and soft hyphens resolved. */
  text: string;
  /** Normalised for comparison: see normalise.ts. */
  norm: string;
  range: Range;
  kind: "word" | "number" | "email" | "url" | "punctuation";
}

export interface Sentence {
  tokens: Token[];
  range: Range;
  block: Block;
}

/**
 * A piece of text that is laid out as one: a heading, a paragraph, a list item, a table row.
 * The bold label at the start of a block ("Retention. We keep ...") is a heading
 * block of its own; its words stay in the block that it heads, too.
 */
export interface Block {
  kind: "heading" | "paragraph" | "item" | "row";
  /** In reading order; of a row, the sentences of all its cells. */
  sentences: Sentence[];
  range: Range;
  section: Section;
  /**
   * What the block is read with: the lead-in of a list (and of the lists
   * around it, outermost first) for an item, the column heads for a row. What
   * follows an item's first paragraph in the same item is read with that, too.
   */
  context: Sentence[];
  /** Identifies the list that an item belongs to; items of one list are neighbours. */
  list: number | null;
  /** Navigation, cookie banner, footer links: not the policy's own text. */
  chrome: boolean;
}

export interface Section {
  /** null for what stands before the first heading. */
  heading: Block | null;
  /** 1 is the outermost; 0 for what stands before the first heading. */
  level: number;
  parent: Section | null;
  /** The section's own blocks, without those of its subsections and without its heading. */
  blocks: Block[];
}

export interface PolicyDocument {
  source: string;
  /** ISO 639-1, or null where nothing speaks for a language. */
  language: string | null;
  /** Where `language` comes from. */
  languageFrom: "option" | "front-matter" | "markup" | "text";
  title: Block | null;
  /** In reading order; the first one has no heading. */
  sections: Section[];
  /** Every block, headings included, in reading order. */
  blocks: Block[];
  /** Every sentence in reading order, chrome left out; the words of a label once, as part of its block. */
  sentences: Sentence[];
  /** Front matter, parsed; empty where there is none. */
  frontMatter: Record<string, unknown>;
}
