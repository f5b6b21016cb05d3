import { type Draft, spanOf } from "./draft.js";
import type { FlatText, Span } from "./flat.js";
import { labelStandsAlone } from "./labels.js";
import type { SentenceSplitter } from "./sentences.js";
import type { Block, Section, Sentence } from "./types.js";

/** A lead-in with at most so many tokens is read whole, else its last sentence. */
const SHORT_LEAD_IN = 45;
/** A last sentence this short ("These are:") needs the one before. */
const BARE_LEAD_IN = 4;
const TITLE_WITHIN = 4;

export interface Built {
  title: Block | null;
  sections: Section[];
  blocks: Block[];
  sentences: Sentence[];
}

interface OpenSection {
  section: Section;
  /** Level of the nearest heading by markup, itself included. */
  realLevel: number;
  /** Item with whose end the section ends. */
  scope: number | null;
}

/** Makes blocks, sections and sentences of the drafts. */
export class Builder {
  private readonly sections: Section[] = [];
  private readonly blocks: Block[] = [];
  private readonly sentences: Sentence[] = [];
  private readonly stack: OpenSection[];
  private readonly listContext = new Map<number, Sentence[]>();
  private readonly itemBlocks = new Map<number, Block>();
  private readonly byDraft = new Map<Draft, Block>();
  /** The block whose label has opened the innermost section. */
  private labelled: Draft | null = null;
  private last: Block | null = null;

  constructor(
    private readonly flat: FlatText,
    private readonly splitter: SentenceSplitter,
  ) {
    const root: Section = { heading: null, level: 0, parent: null, blocks: [] };
    this.sections.push(root);
    this.stack = [{ section: root, realLevel: 0, scope: null }];
  }

  build(drafts: readonly Draft[]): Built {
    for (const draft of drafts) this.add(draft);
    return {
      title: this.title(drafts),
      sections: this.sections,
      blocks: this.blocks,
      sentences: this.sentences,
    };
  }

  private add(draft: Draft): void {
    if (draft.chrome) {
      this.block(draft, this.top.section);
      return;
    }
    this.closeSections(draft);
    if (draft.kind === "heading") {
      this.openSection(draft, draft.scope);
      return;
    }
    if (draft.label) {
      this.openSection(draft.label, null);
      this.labelled = draft;
    }
    const block = this.block(draft, this.top.section);
    this.top.section.blocks.push(block);
    for (const sentence of block.sentences) this.sentences.push(sentence);
    const place = draft.lists.at(-1);
    // What follows in an item is read with its first block, or with the one that leads in.
    if (place && (!this.itemBlocks.has(place.item) || block.sentences.at(-1)?.tokens.at(-1)?.text === ":")) {
      this.itemBlocks.set(place.item, block);
    }
    this.last = block;
  }

  private get top(): OpenSection {
    return this.stack[this.stack.length - 1]!;
  }

  /** A label's section ends with its block, but for the list that the block leads in. */
  private closeSections(draft: Draft): void {
    if (this.labelled && !leadsTo(this.labelled, draft)) {
      this.stack.pop();
      this.labelled = null;
    }
    for (let i = this.stack.length - 1; i > 0; i--) {
      const { scope } = this.stack[i]!;
      if (scope !== null && !draft.lists.some(({ item }) => item === scope)) this.stack.length = i;
    }
  }

  private openSection(draft: Draft, scope: number | null): void {
    const isLabel = draft.level === 0 && draft.hint === "label" && draft.rank > 5;
    const level = draft.level > 0 ? draft.level : this.top.realLevel + draft.rank;
    while (this.stack.length > 1 && this.top.section.level >= level) this.stack.pop();
    const { section: parent, realLevel } = this.top;
    const section: Section = { heading: null, level, parent, blocks: [] };
    const heading = this.block(draft, section);
    section.heading = heading;
    this.sections.push(section);
    this.stack.push({ section, realLevel: draft.level > 0 ? draft.level : realLevel, scope });
    // The words of a label are in its block's sentences, so they are not listed twice.
    if (!isLabel && draft.rank < 6) for (const sentence of heading.sentences) this.sentences.push(sentence);
    if (draft.rank < 6) this.last = heading;
    // A list that goes on below another heading is read with that one.
    if (draft.rank < 6 && scope === null) this.listContext.clear();
  }

  private block(draft: Draft, section: Section): Block {
    const block: Block = {
      kind: draft.kind,
      sentences: [],
      range: this.flat.rangeOf(spanOf(draft)),
      section,
      context: [],
      list: draft.kind === "item" ? draft.lists.at(-1)!.list : null,
      chrome: draft.chrome,
    };
    const stops =
      draft.label && labelStandsAlone(this.flat, draft.label, draft)
        ? [spanOf(draft.label)[1], ...draft.stops]
        : draft.stops;
    for (const span of draft.spans) {
      for (const tokens of this.splitter.split(
        this.flat,
        span,
        stops.filter((stop) => within(stop, span)),
      )) {
        const range = [tokens[0]!.range[0], tokens[tokens.length - 1]!.range[1]] as const;
        block.sentences.push({ tokens, range, block });
      }
    }
    block.context = draft.chrome ? [] : this.contextOf(draft);
    this.blocks.push(block);
    this.byDraft.set(draft, block);
    return block;
  }

  private contextOf(draft: Draft): Sentence[] {
    if (draft.kind === "row") {
      const heads = draft.columnHeads && this.byDraft.get(draft.columnHeads);
      return heads ? heads.sentences : [];
    }
    if (draft.kind !== "item") return [];
    let context: Sentence[] = [];
    draft.lists.forEach(({ list, item }, depth) => {
      let own = this.listContext.get(list);
      if (!own) {
        own = [...context, ...this.leadInOf(draft, depth)];
        this.listContext.set(list, own);
      }
      context = own;
      const first = this.itemBlocks.get(item);
      // The item's first block leads in what else the item holds.
      if (first && depth === draft.lists.length - 1) context = [...own, ...leadSentences(first)];
    });
    return context;
  }

  /** The sentences that a list opens with, for the list around `draft` at `depth`. */
  private leadInOf(draft: Draft, depth: number): Sentence[] {
    const given =
      draft.leadIn && depth === draft.lists.length - 1 ? this.byDraft.get(draft.leadIn) : undefined;
    if (given) return leadSentences(given);
    const outer = draft.lists[depth - 1];
    if (outer) {
      const block = this.last?.kind === "item" ? this.last : this.itemBlocks.get(outer.item);
      return block ? leadSentences(block) : [];
    }
    const { last } = this;
    if (!last || last.kind === "row") return [];
    // A list right behind another one goes on with it.
    if (last.kind === "item") return this.listContext.get(last.list!) ?? [];
    return leadSentences(last);
  }

  private title(drafts: readonly Draft[]): Block | null {
    const headings = drafts.filter((draft) => draft.kind === "heading" && !draft.chrome);
    const marked = headings.filter((draft) => draft.level === 1);
    const own = drafts.filter((draft) => !draft.chrome).slice(0, TITLE_WITHIN);
    const first = own.find((draft) => draft.kind === "heading");
    // Where every section is an h1, the text's own first line is the title.
    const title = marked.length === 1 ? marked[0] : (first ?? marked[0]);
    return (title && this.byDraft.get(title)) ?? null;
  }
}

/** True where `draft` is in a list that begins right behind `block`. */
function leadsTo(block: Draft, draft: Draft): boolean {
  if (draft.kind !== "item" || draft.lists.length <= block.lists.length) return false;
  return block.lists.every(({ item }, index) => draft.lists[index]!.item === item);
}

function leadSentences(block: Block): Sentence[] {
  const { sentences } = block;
  const size = sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
  if (size <= SHORT_LEAD_IN) return sentences;
  const last = sentences[sentences.length - 1]!;
  return last.tokens.length <= BARE_LEAD_IN ? sentences.slice(-2) : [last];
}

function within(index: number, [start, end]: Span): boolean {
  return index > start && index < end;
}
