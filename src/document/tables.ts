import { type Draft, newDraft, spanOf } from "./draft.js";
import type { FlatText } from "./flat.js";
import { shapeOf } from "./shape.js";

/** A cell with more characters holds text of its own: the table is there for the layout. */
const LONG_CELL = 900;
const LABEL_WORDS = 10;

/** Joins the cells of each table row; tables that only lay out the page are dissolved. */
export function joinRows(flat: FlatText, drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = [];
  for (let i = 0; i < drafts.length; ) {
    const table = drafts[i]!.cell?.table;
    if (table === undefined) {
      out.push(drafts[i++]!);
      continue;
    }
    let end = i + 1;
    while (end < drafts.length && drafts[end]!.cell?.table === table) end++;
    out.push(...joinTable(flat, drafts.slice(i, end)));
    i = end;
  }
  return out;
}

function joinTable(flat: FlatText, cells: readonly Draft[]): Draft[] {
  const rows = new Map<number, Draft[]>();
  for (const cell of cells) {
    const row = rows.get(cell.cell!.row);
    if (row) row.push(cell);
    else rows.set(cell.cell!.row, [cell]);
  }
  const columns = new Set(cells.map((draft) => draft.cell!.column)).size;
  const layout =
    columns < 2 ||
    cells.some((draft) => draft.kind === "heading") ||
    [...rows.values()].some((row) => longestCell(row) > LONG_CELL);
  if (layout) return dissolve(flat, rows, columns);

  const all = [...rows.values()];
  let heads: Draft | null = null;
  const body: Draft[] = [];
  for (const row of all) {
    const isHead = isHeadRow(flat, row, columns, all.length, body.length === 0);
    const joined = join(row);
    if (isHead) {
      heads = joined;
      continue;
    }
    joined.columnHeads = heads;
    if (!heads && columns === 2) joined.label = rowLabel(flat, row);
    body.push(joined);
  }
  // The head row is a block of its own, so that nothing of the text is lost.
  if (heads) heads.kind = "row";
  return heads ? [heads, ...body] : body;
}

function isHeadRow(
  flat: FlatText,
  row: readonly Draft[],
  columns: number,
  rows: number,
  first: boolean,
): boolean {
  if (!first || rows < 2 || columns < 2) return false;
  if (row.every((draft) => draft.cell!.head)) return row.length > 1 || columns > 2;
  return row.length === columns && row.every((draft) => flat.bold.covers(flat.text, spanOf(draft)));
}

function join(row: readonly Draft[]): Draft {
  const first = row[0]!;
  return newDraft(
    "row",
    row.flatMap((draft) => draft.spans),
    { ...first, kind: "row" },
  );
}

/** The first of two cells names what the second one tells. */
function rowLabel(flat: FlatText, row: readonly Draft[]): Draft | null {
  const [first, second] = row;
  if (!first || !second || first.cell!.column === second.cell!.column) return null;
  const shape = shapeOf(flat, spanOf(first));
  if (shape.words === 0 || shape.words > LABEL_WORDS || /[.;]/.test(shape.end) || shape.contact) return null;
  return newDraft("heading", [spanOf(first)], { ...first, rank: 6 });
}

/** Cells as blocks of their own; the first of two in a row heads the other. */
function dissolve(flat: FlatText, rows: ReadonlyMap<number, Draft[]>, columns: number): Draft[] {
  return [...rows.values()].flatMap((row) => {
    const label = columns === 2 && row[0]!.kind === "paragraph" ? rowLabel(flat, row) : null;
    return row.map((draft, index) => {
      const own = newDraft(draft.kind, draft.spans, { ...draft, cell: null });
      if (label && index === 0) own.hint = "term";
      return own;
    });
  });
}

function longestCell(row: readonly Draft[]): number {
  const perColumn = new Map<number, number>();
  for (const draft of row) {
    const [start, end] = spanOf(draft);
    perColumn.set(draft.cell!.column, (perColumn.get(draft.cell!.column) ?? 0) + end - start);
  }
  return Math.max(...perColumn.values());
}
