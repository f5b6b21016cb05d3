import type { FlatText, Span } from "./flat.js";

/** A place in a list: which list, which of its items. */
export interface ListPlace {
  list: number;
  item: number;
}

export interface CellPlace {
  table: number;
  row: number;
  column: number;
  /** Stands in a `th` or in the header part of its table. */
  head: boolean;
}

/** A part of the page that looks like navigation, a banner or a footer. */
export interface Region {
  kind: "navigation" | "banner" | "header" | "footer" | "aside";
  /** Offset of the region in the flat text, to tell how much of the text it holds. */
  start: number;
  end: number;
}

/** Why a text that is no heading by its markup may be one. */
export type HeadingHint = "label" | "term" | "title" | null;

/** A block as a reader hands it over and as the later steps cut and classify it. */
export interface Draft {
  kind: "heading" | "paragraph" | "item" | "row";
  /** In the flat text; several only for a row: one or more for each cell. */
  spans: Span[];
  /** Level of a heading by markup, 1 to 6; 0 where markup says nothing. */
  level: number;
  /** Level below the enclosing heading of one that only looks like a heading, from 1. */
  rank: number;
  hint: HeadingHint;
  /** The lists around it, outermost first. */
  lists: readonly ListPlace[];
  cell: CellPlace | null;
  regions: readonly Region[];
  chrome: boolean;
  /** Flat text indices at which a sentence ends although no stop says so. */
  stops: number[];
  /** The heads of the row's table. */
  columnHeads: Draft | null;
  /** A label in the block's own text, as a heading of the block. */
  label: Draft | null;
  /** Item whose end closes the heading's section. */
  scope: number | null;
  /** The lead-in of a list that is made of the block's own text. */
  leadIn: Draft | null;
}

export function newDraft(kind: Draft["kind"], spans: Span[], like?: Partial<Draft>): Draft {
  return {
    level: 0,
    rank: 0,
    hint: null,
    lists: [],
    cell: null,
    regions: [],
    chrome: false,
    columnHeads: null,
    label: null,
    scope: null,
    leadIn: null,
    ...like,
    kind,
    spans,
    stops: [],
  };
}

/** From the first to the last character of the draft. */
export function spanOf(draft: Draft): Span {
  return [draft.spans[0]![0], draft.spans[draft.spans.length - 1]![1]];
}

export function textOf(flat: FlatText, draft: Draft): string {
  return draft.spans.length === 1
    ? flat.slice(draft.spans[0]!)
    : draft.spans.map((span) => flat.slice(span)).join(" ");
}
