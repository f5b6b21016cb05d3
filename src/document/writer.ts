import {
  type CellPlace,
  type Draft,
  type HeadingHint,
  type ListPlace,
  newDraft,
  type Region,
} from "./draft.js";
import { FlatText, HARD_BREAK, SOFT_BREAK } from "./flat.js";

/** What holds for the text that comes next. Readers set and restore it as they enter and leave. */
export interface WriterState {
  hidden: boolean;
  bold: boolean;
  link: boolean;
  heading: number;
  hint: HeadingHint;
  lists: readonly ListPlace[];
  cell: CellPlace | null;
  regions: readonly Region[];
  /** Whether line ends of the source are kept as soft breaks. */
  lines: boolean;
}

const SPACES_ONLY = /^[\s\u00ad\u200b\ufeff]*$/;

/** Takes text and structure from the readers and hands over drafts. */
export class Writer {
  readonly flat = new FlatText();
  /** Their spans are exact after `finish`. */
  readonly drafts: Draft[] = [];
  state: WriterState = {
    hidden: false,
    bold: false,
    link: false,
    heading: 0,
    hint: null,
    lists: [],
    cell: null,
    regions: [],
    lines: false,
  };
  private open: Draft | null = null;
  private lastList = 0;
  private lastItem = 0;
  private lastTable = 0;
  /** How many words were left out because they are hidden. */
  hiddenLength = 0;

  /** Text that stands in the source at `source`, unit by unit. */
  text(value: string, source: number): void {
    if (!this.begin(value)) return;
    const start = this.flat.length;
    this.flat.add(
      this.state.lines ? value.replace(/[\n\r]/g, softened) : value.replace(/[\n\r\v]/g, " "),
      source,
    );
    this.mark(start);
  }

  /** Text that stands for a stretch of the source as a whole. */
  mapped(value: string, start: number, end: number): void {
    if (!this.begin(value)) return;
    const from = this.flat.length;
    this.flat.addMapped(value.replace(/[\n\r\v]/g, " "), start, end);
    this.mark(from);
  }

  breakLine(start: number, end: number): void {
    if (this.open) this.flat.addMapped(HARD_BREAK, start, end);
  }

  /** Ends the current block; what comes next is another one. */
  endBlock(): void {
    if (!this.open) return;
    this.open.spans = [[this.open.spans[0]![0], this.flat.length]];
    this.drafts.push(this.open);
    this.open = null;
    // Blocks never touch, so that a mark of one never runs into the next.
    this.flat.addMapped(HARD_BREAK, 0, 0);
  }

  /** To be called once, when all has been read. */
  finish(): void {
    this.endBlock();
    for (const draft of this.drafts) draft.spans = draft.spans.map((span) => this.flat.trim(span));
  }

  newList(): number {
    return ++this.lastList;
  }

  newItem(): number {
    return ++this.lastItem;
  }

  newTable(): number {
    return ++this.lastTable;
  }

  private begin(value: string): boolean {
    if (this.state.hidden) {
      this.hiddenLength += value.length;
      return false;
    }
    if (this.open) return true;
    if (SPACES_ONLY.test(value)) return false;
    const { heading, hint, lists, cell, regions } = this.state;
    const kind = heading > 0 ? "heading" : lists.length > 0 ? "item" : "paragraph";
    const from = this.flat.length;
    this.open = newDraft(kind, [[from, from]], { level: heading, hint, lists, cell, regions });
    return true;
  }

  private mark(start: number): void {
    if (this.state.bold) this.flat.bold.add(start, this.flat.length);
    if (this.state.link) this.flat.links.add(start, this.flat.length);
  }
}

function softened(lineEnd: string): string {
  return lineEnd === "\n" ? SOFT_BREAK : " ";
}
