/** The scopes of a clause: how much of the document is read together. */
import type { Scope } from "../catalogue/types.js";
import type { Block, PolicyDocument, Section, Sentence } from "../document/types.js";
import { append } from "../multimap.js";

export interface View {
  /** In reading order: what is read along first (lead-in, column heads), then the text itself. */
  sentences: readonly Sentence[];
  /** Index of the first sentence that is the text itself. */
  own: number;
  section: Section;
}

/** Builds the views of each scope once, and tells which ones a sentence stands in. */
export class Views {
  private readonly byScope = new Map<Scope, Map<Sentence, View[]>>();

  constructor(private readonly document: PolicyDocument) {}

  of(scope: Scope, sentence: Sentence): readonly View[] {
    let index = this.byScope.get(scope);
    if (!index) {
      index = new Map();
      for (const view of this.build(scope)) {
        for (const member of view.sentences) {
          append(index, member, view);
        }
      }
      this.byScope.set(scope, index);
    }
    return index.get(sentence) ?? [];
  }

  private build(scope: Scope): View[] {
    const { document } = this;
    const blocks = document.blocks.filter((block) => !block.chrome);
    switch (scope) {
      case "sentence":
        return document.sentences.map((sentence) => ({
          sentences: [sentence],
          own: 0,
          section: sentence.block.section,
        }));
      case "passage":
        return document.sentences.map((sentence, i) => {
          const next = document.sentences[i + 1];
          const together =
            next && next.block.kind !== "heading" && next.block.section === sentence.block.section;
          return {
            sentences: together ? [sentence, next] : [sentence],
            own: 0,
            section: sentence.block.section,
          };
        });
      case "item":
      case "row":
        return blocks.filter(({ kind }) => kind === scope).map(withContext);
      case "block":
        return blocks.map((block) => ({ sentences: block.sentences, own: 0, section: block.section }));
      case "list":
        return lists(blocks);
      case "section":
        return document.sections.map((section) => {
          const heading = section.heading?.sentences ?? [];
          const own = section.blocks.filter((block) => !block.chrome).flatMap((block) => block.sentences);
          return { sentences: [...heading, ...own], own: 0, section };
        });
      case "document":
        return document.sections[0]
          ? [{ sentences: document.sentences, own: 0, section: document.sections[0] }]
          : [];
    }
  }
}

const withContext = (block: Block): View => ({
  sentences: [...block.context, ...block.sentences],
  own: block.context.length,
  section: block.section,
});

function lists(blocks: readonly Block[]): View[] {
  const items = new Map<number, Block[]>();
  for (const block of blocks) {
    if (block.list === null) continue;
    append(items, block.list, block);
  }
  return [...items.values()].map((list) => ({
    sentences: [...list[0]!.context, ...list.flatMap((block) => block.sentences)],
    own: list[0]!.context.length,
    section: list[0]!.section,
  }));
}
