import { type Draft, newDraft, spanOf } from "./draft.js";
import { type FlatText, HARD_BREAK, type Span } from "./flat.js";
import { bulletLength, numberingOf, type Shape, shapeOf } from "./shape.js";

/** A stretch of text that the author put on lines of its own. */
interface Unit {
  span: Span;
  shape: Shape;
  /** An empty line stands before it. */
  apart: boolean;
}

/** Wider lines are paragraphs of their own and not wrapped by hand. */
const WIDEST_WRAP = 130;
/** Narrower ones are not wrapped either: each line is meant. */
const NARROWEST_WRAP = 40;
const FULL_STOP = /[.!?…。]/;
const UNDERLINE = /^[=_~*-]{3,}$/;

/** Cuts a block at the line ends that mean something. */
export function splitLines(flat: FlatText, draft: Draft): Draft[] {
  if (draft.kind === "heading" || draft.kind === "row") return [draft];
  const span = spanOf(draft);
  const text = flat.slice(span);
  if (!/[\n\v]/.test(text)) return [draft];
  const units = unitsOf(flat, span, text);
  if (units.length === 0) return [];
  if (units.length === 1) return [newDraft(draft.kind, [units[0]!.span], draft)];
  return draft.kind === "item" ? splitItem(draft, units) : groupUnits(flat, draft, units);
}

/** Lines of the text, joined where one is only the wrapped rest of the one before. */
function unitsOf(flat: FlatText, [from, to]: Span, text: string): Unit[] {
  const lines: { span: Span; hard: boolean; blank: boolean }[] = [];
  let start = 0;
  let hard = false;
  let blank = false;
  for (let i = 0; i <= text.length; i++) {
    const sign = text[i];
    if (i < text.length && sign !== "\n" && sign !== "\v") continue;
    const span = flat.trim([from + start, Math.min(from + i, to)]);
    if (span[1] > span[0]) {
      lines.push({ span, hard, blank });
      hard = false;
      blank = false;
    } else if (lines.length > 0) blank = hard || sign === HARD_BREAK;
    if (sign === HARD_BREAK) hard = true;
    start = i + 1;
  }
  const width = Math.max(...lines.slice(0, 2000).map(({ span }) => span[1] - span[0]), 0);
  const units: Unit[] = [];
  let unit: Span | null = null;
  let apart = false;
  const close = () => {
    if (unit) units.push({ span: unit, shape: shapeOf(flat, unit), apart });
  };
  let last: Span | null = null;
  // Behind a colon, lines that are not full are entries, whatever letter they begin with.
  let listing = false;
  for (const { span, hard, blank } of lines) {
    if (unit && last && !blank && isContinued(flat, last, span, hard, width, listing))
      unit = [unit[0], span[1]];
    else if (unit && UNDERLINE.test(flat.slice(span))) continue;
    else {
      close();
      unit = span;
      apart = blank;
    }
    last = span;
    const end = flat.slice([span[1] - 1, span[1]]);
    listing = end === ":" || (listing && !FULL_STOP.test(end));
  }
  close();
  return units;
}

/** True where the line `next` goes on with the line before. */
function isContinued(
  flat: FlatText,
  line: Span,
  next: Span,
  hard: boolean,
  width: number,
  listing: boolean,
): boolean {
  const nextText = flat.slice([next[0], Math.min(next[1], next[0] + 60)]);
  if (UNDERLINE.test(nextText)) return false;
  if (flat.bold.covers(flat.text, line) && !flat.bold.covers(flat.text, next)) return false;
  if (bulletLength(nextText) > 0) return false;
  const lineText = flat.slice([Math.max(line[0], line[1] - 60), line[1]]);
  const stopped = /[.!?…:;。]["'”’»)\]]*$/u.test(lineText);
  const lower = /^["'“„«(]*\p{Ll}/u.test(nextText);
  const numbering = numberingOf(nextText);
  if (lower && listing && (hard || !isFull(line, nextText, width))) return false;
  if (lower && !numbering) return !stopped || !hard;
  if (hard) return false;
  if (numbering && (stopped || numbering.kind !== "decimal" || /^\d+[.)]\s/.test(nextText))) {
    // "Article\n15. ..." is wrapped; a number behind a full stop or a short line is a new item.
    if (stopped || !isFull(line, nextText, width)) return false;
  }
  return width <= WIDEST_WRAP && isFull(line, nextText, width);
}

/** True where the next line's first word would not have fitted on the line. */
function isFull([start, end]: Span, nextText: string, width: number): boolean {
  const word = /^\S+/.exec(nextText)?.[0].length ?? 0;
  return width >= NARROWEST_WRAP && end - start + 1 + word > width * 0.96;
}

/** An item stays one block but for empty lines in it; its own lines end sentences. */
function splitItem(draft: Draft, units: readonly Unit[]): Draft[] {
  const out: Draft[] = [];
  for (const { span, apart } of units) {
    const last = out.at(-1);
    if (!last || apart) out.push(newDraft("item", [span], draft));
    else {
      last.stops.push(span[0]);
      last.spans = [[last.spans[0]![0], span[1]]];
    }
  }
  return out;
}

function groupUnits(flat: FlatText, draft: Draft, units: readonly Unit[]): Draft[] {
  const out: Draft[] = [];
  let open: Draft | null = null;
  let last: Shape | null = null;
  units.forEach((unit, index) => {
    const { shape, span } = unit;
    const text = flat.slice([span[0], Math.min(span[1], span[0] + 40)]);
    const marked = bulletLength(text) > 0 || (shape.numbering !== null && shape.numbering.kind !== "sign");
    const heads = isGluedHeading(unit, units[index - 1], units[index + 1], units.length);
    const alone = unit.apart || marked || heads || shape.end === ":" || (shape.bold && !last?.bold);
    if (open && last && !alone && continues(last, shape)) {
      open.stops.push(span[0]);
      open.spans = [[open.spans[0]![0], span[1]]];
    } else {
      open = newDraft("paragraph", [span], draft);
      if (heads) open.hint = "label";
      out.push(open);
      // Nothing joins a heading, a lead-in or a list line.
      if (heads || shape.end === ":" || marked) open = null;
    }
    last = shape;
  });
  return out;
}

/** Lines of one address, or sentences of one paragraph, belong together. */
function continues(before: Shape, shape: Shape): boolean {
  if (isStopped(before)) return isStopped(shape) || shape.words > 12;
  if (before.end === ";") return false;
  return !isStopped(shape) && before.words <= 12 && shape.words <= 12;
}

/** "Bakery Inc." ends with a full stop and is no sentence. */
function isStopped({ end, words }: Shape): boolean {
  return FULL_STOP.test(end) && words > 4;
}

/** A short line over the text that it heads. */
function isGluedHeading(
  unit: Unit,
  before: Unit | undefined,
  next: Unit | undefined,
  lines: number,
): boolean {
  const { shape } = unit;
  if (!next || next.apart || shape.contact || shape.dated || !shape.opens || shape.words === 0) return false;
  if (shape.numbering?.bracket || shape.words > 12 || !/^\??$/.test(shape.end)) return false;
  const body = next.shape;
  // The bold name over an address is its first line.
  if (shape.bold && !body.bold)
    return body.words >= 9 || isStopped(body) || body.end === ":" || shape.end === "?";
  // In the middle of a list without marks, the last line but one heads nothing.
  const inList = before && !unit.apart && before.shape.end !== "?" && !FULL_STOP.test(before.shape.end);
  if (inList || (shape.digits && lines > 2 && body.words < 12)) return false;
  if (body.numbering && body.end === "" && shape.end !== "?") return false;
  return isStopped(body) || body.words >= 14 || (body.end === ":" && body.words > shape.words);
}
