import { type Draft, newDraft, spanOf } from "./draft.js";
import { splitEnumeration } from "./enumerations.js";
import type { FlatText } from "./flat.js";
import { runInLabel } from "./labels.js";
import { bulletLength, type Numbering, type Shape, shapeOf } from "./shape.js";

/** With so many headings by markup, a short plain line is just a short line. */
const ENOUGH_HEADINGS = 3;
const LONGEST_LOOSE_ITEM = 30;
/** So many line ends in a row make a list also where no colon leads in. */
const LEAST_LINES = 3;

/** Ends as the legal forms of companies do: "GmbH", "Ltd", "OÜ", "s. r. o.", "S.p.A.". */
const COMPANY_END =
  /\s(?:\p{Lu}{2,3}|\p{Lu}\p{L}{0,2}\p{Ll}\p{Lu}|\p{Lu}\p{Ll}{1,3}\.?|(?:\p{L}\. ?){2,})\s*$/u;

interface OpenList {
  list: number;
  numbering: Numbering | null;
  bullet: string;
}

interface Entry {
  draft: Draft;
  shape: Shape;
  text: string;
}

/** Finds the headings and the lists that markup does not show. */
export class Structure {
  private nextList: number;
  private nextItem: number;
  private readonly plainHeadings: boolean;
  private readonly hasTitle: boolean;

  constructor(
    private readonly flat: FlatText,
    drafts: readonly Draft[],
  ) {
    const places = drafts.flatMap((draft) => draft.lists);
    this.nextList = places.reduce((most, { list }) => Math.max(most, list), 0) + 1;
    this.nextItem = places.reduce((most, { item }) => Math.max(most, item), 0) + 1;
    this.hasTitle = drafts.some(({ kind, level, chrome }) => kind === "heading" && level === 1 && !chrome);
    this.plainHeadings =
      drafts.filter((draft) => draft.kind === "heading" && !draft.chrome).length < ENOUGH_HEADINGS;
  }

  run(drafts: readonly Draft[]): Draft[] {
    const entries = drafts.map((draft) => this.entry(draft));
    this.demoteLongHeadings(entries);
    this.promoteItems(entries);
    this.findHeadings(entries);
    this.findLists(entries);
    return entries.flatMap(({ draft }) => this.finish(draft));
  }

  private entry(draft: Draft): Entry {
    const span = spanOf(draft);
    return {
      draft,
      shape: shapeOf(this.flat, span),
      text: this.flat.slice([span[0], Math.min(span[1], span[0] + 400)]),
    };
  }

  /** Some mark whole paragraphs up as headings, for the look of it. */
  private demoteLongHeadings(entries: readonly Entry[]): void {
    for (const { draft, shape } of entries) {
      if (draft.kind !== "heading") continue;
      const partial = draft.lists.length > 0 && (/[;,.]/.test(shape.end) || !shape.opens);
      if (partial || shape.words > 30 || (shape.words > 14 && shape.end === ".")) {
        draft.kind = draft.lists.length > 0 ? "item" : "paragraph";
        draft.level = 0;
      }
    }
  }

  /** A list of one short item, followed by text, was a numbered heading; so is an item's first line over its text. */
  private promoteItems(entries: readonly Entry[]): void {
    const items = new Map<number, Set<number>>();
    for (const { draft } of entries) {
      const place = draft.lists.at(-1);
      if (!place) continue;
      const known = items.get(place.list);
      if (known) known.add(place.item);
      else items.set(place.list, new Set([place.item]));
    }
    entries.forEach(({ draft, shape }, index) => {
      if (draft.kind !== "item" || draft.chrome) return;
      const next = entries[index + 1]?.draft;
      const place = draft.lists.at(-1)!;
      const short = shape.words > 0 && shape.words <= 14 && !/[.;,:]/.test(shape.end) && !shape.contact;
      if (!next || !short) return;
      const before = entries[index - 1]?.draft.lists.some(({ item }) => item === place.item) ?? false;
      const inside = next.lists.some(({ item }) => item === place.item);
      if (
        inside &&
        !before &&
        (shape.bold || shape.end === "?" || shape.capitals) &&
        next.kind !== "heading"
      ) {
        draft.kind = "heading";
        draft.rank = 5;
        draft.scope = place.item;
        draft.lists = draft.lists.slice(0, -1);
      } else if (
        draft.lists.length === 1 &&
        items.get(place.list)!.size === 1 &&
        next.lists.length === 0 &&
        next.kind !== "heading"
      ) {
        const previous = entries[index - 1];
        if (previous && previous.shape.end === ":" && previous.draft.kind !== "heading" && !shape.bold)
          return;
        draft.kind = "heading";
        draft.rank = 2;
        draft.lists = [];
      }
    });
  }

  private findHeadings(entries: readonly Entry[]): void {
    entries.forEach((entry, index) => {
      const { draft } = entry;
      if (draft.kind !== "paragraph" || draft.chrome) return;
      const next = following(entries, index);
      const previous = preceding(entries, index);
      const rank = previous ? this.headingRank(entry, previous, next) : this.titleRank(entry, next);
      if (rank > 0) {
        draft.kind = "heading";
        draft.rank = rank;
      }
    });
  }

  /** The first line of a text without a title by markup is its title where it is short. */
  private titleRank(entry: Entry, next: Entry | undefined): number {
    const { draft, shape } = entry;
    const short =
      shape.words > 0 && shape.words <= 12 && /^[?!]?$/.test(shape.end) && !shape.contact && !shape.dated;
    const lines = draft.stops.length > 0 || !shape.opens || shape.linked;
    if (short && !lines && next && !this.hasTitle && !continuesText(next)) return 1;
    return this.headingRank(entry, undefined, next);
  }

  /** How deep the block stands as a heading below the real one; 0 where it is none. */
  private headingRank(entry: Entry, previous: Entry | undefined, next: Entry | undefined): number {
    const { draft, shape, text } = entry;
    if (shape.words === 0 || shape.words > 24 || !next || shape.contact || bulletLength(text) > 0) return 0;
    if (/[;,…]/.test(shape.end)) return 0;
    const numbering = shape.numbering;
    if (shape.dated && !numbering && shape.words <= 10) return 0;
    if (draft.hint === "term") return shape.words <= 16 && shape.end !== "." ? 3 : 0;
    if (draft.hint === "title" && shape.words <= 16 && shape.end !== ".") return 3;
    const depth = numbering ? (numbering.kind === "letter" ? 2 : numbering.depth) : 0;
    // The name of a company over its address heads nothing.
    if (shape.words <= 6 && COMPANY_END.test(text) && !shape.capitals && isEntry(next)) return 0;
    if (shape.bold && shape.words <= 18) {
      if (shape.end !== "." || (numbering && shape.words <= 12) || shape.words <= 4) return depth || 2;
    }
    const section = numbering?.kind === "sign" || numbering?.kind === "word";
    if (shape.end === "." && !(section && shape.words <= 10))
      return shape.capitals && shape.words <= 8 ? 1 : 0;
    if (shape.capitals && shape.words <= 14 && !(shape.digits && !numbering)) return depth || 1;
    if (
      numbering &&
      shape.words <= (shape.end === "?" ? 24 : 14) &&
      shape.opens &&
      isHeadingNumber(numbering)
    ) {
      if (!isSibling(numbering, next) && !isSibling(numbering, previous)) return depth;
      return 0;
    }
    if (continuesText(next) || (previous && /[;,]/.test(previous.shape.end))) return 0;
    const body = isBody(next);
    if (shape.end === "?" && shape.words <= 18 && (body || next.draft.kind === "item")) return 3;
    if (draft.hint === "label") return 3;
    if (shape.end === ":") {
      // "Cookies:" over a paragraph heads it; over a list it leads in.
      return this.plainHeadings && shape.words <= 4 && isProse(next) ? 3 : 0;
    }
    if (!this.plainHeadings || !shape.opens || shape.digits || shape.words > 10) return 0;
    if (previous?.shape.end === ":" && previous.draft.kind === "paragraph" && !isProse(next)) return 0;
    if (shape.end === "!") return 0;
    return body && next.shape.words > shape.words ? 3 : 0;
  }

  private findLists(entries: readonly Entry[]): void {
    let open = null as OpenList | null;
    for (let i = 0; i < entries.length; i++) {
      const { draft, shape, text } = entries[i]!;
      const bullet = draft.kind === "heading" ? 0 : bulletLength(text);
      if (draft.kind === "item" && bullet > 0) {
        open = this.nestedBullet(entries, i, bullet, open);
        continue;
      }
      if (draft.kind !== "paragraph") {
        open = null;
        continue;
      }
      if (bullet > 0) {
        if (open === null || open.bullet !== text[0]) {
          open = { list: this.nextList++, numbering: null, bullet: text[0]! };
        }
        this.makeItem(draft, open.list, bullet);
        continue;
      }
      const numbering = shape.numbering;
      if (numbering) {
        const before = open?.numbering;
        const goesOn = open !== null && before ? isNext(before, numbering) : false;
        if (goesOn || this.opensList(numbering, shape, entries[i - 1], entries[i + 1])) {
          const list = open !== null && goesOn ? open.list : this.nextList++;
          open = { list, numbering, bullet: "" };
          this.makeItem(draft, list, numbering.length);
          continue;
        }
      }
      open = null;
      const loose = this.looseItems(entries, i);
      if (loose > 1 || isLineList(entries[i]!, loose === 1 ? 1 : LEAST_LINES)) {
        const list = this.nextList++;
        const count = Math.max(loose, 1);
        for (let k = i; k < i + count; k++) this.makeItem(entries[k]!.draft, list, 0);
        i += count - 1;
      }
    }
  }

  /** A second bullet is no news at the start of an item; in the middle of one it begins a list in it. */
  private nestedBullet(
    entries: readonly Entry[],
    at: number,
    bullet: number,
    open: OpenList | null,
  ): OpenList | null {
    const { draft, text } = entries[at]!;
    const { item } = draft.lists.at(-1)!;
    const first = !entries[at - 1]?.draft.lists.some((place) => place.item === item);
    if (first) {
      const [start, end] = spanOf(draft);
      draft.spans = [this.flat.trim([start + bullet, end])];
      return null;
    }
    const list = open !== null && open.bullet === text[0] ? open.list : this.nextList++;
    this.makeItem(draft, list, bullet);
    return { list, numbering: null, bullet: text[0]! };
  }

  private opensList(
    numbering: Numbering,
    shape: Shape,
    previous: Entry | undefined,
    next: Entry | undefined,
  ): boolean {
    if (numbering.depth > 1 || !next?.shape.numbering || !isNext(numbering, next.shape.numbering))
      return false;
    if (next.draft.kind !== "paragraph") return false;
    return numbering.bracket || previous?.shape.end === ":" || shape.end !== "." || shape.words <= 20;
  }

  /** How many short blocks from `at` on stand in a row after a lead-in that ends with a colon. */
  private looseItems(entries: readonly Entry[], at: number): number {
    const lead = entries[at - 1];
    if (lead?.shape.end !== ":" || lead.draft.chrome) return 0;
    let count = 0;
    for (let i = at; i < entries.length; i++) {
      const { draft, shape } = entries[i]!;
      const isItem =
        draft.kind === "paragraph" &&
        draft.cell === null &&
        !draft.chrome &&
        (shape.words <= LONGEST_LOOSE_ITEM || shape.end === ";") &&
        shape.end !== ":";
      if (!isItem) break;
      const last = /[.!?]/.test(shape.end);
      // A full sentence is an item only where it ends what others began.
      if (last && (count === 0 || !/[;,]/.test(entries[i - 1]!.shape.end))) break;
      count++;
      if (last) break;
    }
    return count;
  }

  private makeItem(draft: Draft, list: number, marker: number): void {
    const [start, end] = spanOf(draft);
    draft.kind = "item";
    draft.lists = [...draft.lists, { list, item: this.nextItem++ }];
    draft.spans = [this.flat.trim([start + marker, end])];
    draft.stops = draft.stops.filter((stop) => stop > draft.spans[0]![0]);
  }

  /** Labels and enumerations inside blocks. */
  private finish(draft: Draft): Draft[] {
    const [start, end] = spanOf(draft);
    if (end <= start) return [];
    if (draft.kind !== "paragraph" && draft.kind !== "item") return [draft];
    if (draft.kind === "item" && draft.stops.length > 0 && isLineList(this.entry(draft), 1))
      return this.splitLineList(draft);
    if (!draft.chrome) draft.label = runInLabel(this.flat, draft);
    return (
      splitEnumeration(
        this.flat,
        draft,
        () => this.nextItem++,
        () => this.nextList++,
      ) ?? [draft]
    );
  }

  private splitLineList(draft: Draft): Draft[] {
    const [start, end] = spanOf(draft);
    const from = [start, ...draft.stops];
    const outer = draft.lists.slice(0, -1);
    const { list } = draft.lists.at(-1)!;
    return from.map((at, index) => {
      const span = this.flat.trim([at, from[index + 1] ?? end]);
      return newDraft("item", [span], { ...draft, lists: [...outer, { list, item: this.nextItem++ }] });
    });
  }
}

/** Lines that are entries of a list and not those of an address. */
function isLineList({ draft, shape }: Entry, least: number): boolean {
  return draft.stops.length >= least && !shape.digits && !shape.contact;
}

function following(entries: readonly Entry[], index: number): Entry | undefined {
  for (let i = index + 1; i < entries.length; i++) if (!entries[i]!.draft.chrome) return entries[i];
  return undefined;
}

function preceding(entries: readonly Entry[], index: number): Entry | undefined {
  for (let i = index - 1; i >= 0; i--) if (!entries[i]!.draft.chrome) return entries[i];
  return undefined;
}

/** A line of an address or a register: short, with digits. */
function isEntry({ draft, shape }: Entry): boolean {
  return (
    draft.kind === "paragraph" &&
    shape.words <= 10 &&
    (shape.digits || shape.contact) &&
    !/[.?!:]/.test(shape.end)
  );
}

/** True for a block that begins in the middle of a sentence. */
function continuesText({ draft, shape }: Entry): boolean {
  return draft.kind === "paragraph" && !shape.opens && !shape.numbering;
}

/** Running text, or what a heading may stand over. */
function isBody({ draft, shape }: Entry): boolean {
  if (draft.kind === "row") return true;
  if (draft.kind === "heading") return false;
  return isProse({ draft, shape, text: "" }) || (shape.end === ":" && shape.words >= 4);
}

function isProse({ draft, shape }: Entry): boolean {
  if (draft.kind !== "paragraph") return false;
  if (shape.end === "?") return shape.words > 20;
  return (/[.!…]/.test(shape.end) && shape.words >= 5) || shape.words >= 16;
}

function isHeadingNumber({ kind, bracket }: Numbering): boolean {
  return !(kind === "letter" && bracket) && !(kind === "roman" && bracket);
}

/** A short numbered line next to one of its own kind: both are list items. */
function isSibling(numbering: Numbering, other: Entry | undefined): boolean {
  const theirs = other?.shape.numbering;
  if (!theirs || other.draft.kind !== "paragraph") return false;
  return (
    theirs.kind === numbering.kind &&
    theirs.depth === numbering.depth &&
    Math.abs(theirs.value - numbering.value) === 1
  );
}

function isNext(numbering: Numbering, next: Numbering): boolean {
  if (next.depth !== numbering.depth || next.bracket !== numbering.bracket) return false;
  return next.value === numbering.value + 1 && (next.kind === numbering.kind || next.value > 1);
}
