import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import { regionOf } from "./chrome.js";
import type { Writer, WriterState } from "./writer.js";

/** Their content is never text. */
const DROPPED = new Set(
  "script style head title noscript template svg math iframe object embed audio video canvas select option textarea datalist map progress meter".split(
    " ",
  ),
);
const VOID = new Set(
  "area base br col command embed hr img input keygen link meta param source track wbr".split(" "),
);
const BLOCK = new Set(
  "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul caption button optgroup".split(
    " ",
  ),
);
/** A paragraph does not end at their start. */
const INLINE_BLOCKS = new Set(["button"]);
const BOLD = new Set(["b", "strong"]);
const TITLE_CLASS =
  /(?:^|[\s_-])(?:title|heading|headline|subtitle|subheading|subheader|question)(?:$|[\s_-])/i;
const ACCORDION = /accordion|collaps|faq|toggle-title|question|expand/i;
const NOT_SHOWN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
const WANTED = new Set([
  "class",
  "id",
  "role",
  "hidden",
  "style",
  "href",
  "aria-level",
  "aria-hidden",
  "lang",
]);
/** Deeper than this, elements no longer count; no page nests so far. */
const DEEPEST = 400;

export type Attributes = Record<string, string>;

interface Element {
  name: string;
  state: WriterState;
}

interface Table {
  id: number;
  row: number;
  column: number;
  head: boolean;
}

/**
 * Reads HTML, whole or in pieces (as it stands in Markdown), into a writer.
 * An element that one piece opens stays open for the next.
 */
export class HtmlReader {
  /** The `lang` of the html element. */
  language: string | null = null;
  private stack: Element[] = [];
  private openCount = new Map<string, number>();
  private tables: Table[] = [];
  /** Items of definition lists are no list items until a `dd` makes them so. */
  private listIds: number[] = [];

  constructor(
    private readonly writer: Writer,
    private readonly honourHidden = true,
  ) {}

  /** Reads `html`, which stands in the source at `base`. */
  read(html: string, base: number): void {
    const { writer } = this;
    let name = "";
    let attributes: Attributes = {};
    let attribute = "";
    let value = "";
    const callbacks: TokenizerCallbacks = {
      ontext: (start, end) => writer.text(html.slice(start, end), base + start),
      ontextentity: (code, end) => {
        const start = html.lastIndexOf("&", end - 1);
        writer.mapped(String.fromCodePoint(code), base + start, base + end);
      },
      onopentagname: (start, end) => {
        name = html.slice(start, end).toLowerCase();
        attributes = {};
      },
      onattribname: (start, end) => {
        attribute = html.slice(start, end).toLowerCase();
        value = "";
      },
      onattribdata: (start, end) => {
        value += html.slice(start, end);
      },
      onattribentity: (code) => {
        value += String.fromCodePoint(code);
      },
      onattribend: () => {
        if (WANTED.has(attribute)) attributes[attribute] = value;
      },
      onopentagend: (end) => this.enter(name, attributes, false, base + end),
      onselfclosingtag: (end) => this.enter(name, attributes, true, base + end),
      onclosetag: (start, end) => this.leave(html.slice(start, end).toLowerCase(), base + end),
      oncdata: (start, end, offset) => writer.text(html.slice(start, end - offset), base + start),
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    };
    const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, callbacks);
    tokenizer.write(html);
    tokenizer.end();
  }

  /** How many elements are open. */
  get depth(): number {
    return this.stack.length;
  }

  /** Closes what was opened since `depth` were open. */
  closeTo(depth: number): void {
    while (this.stack.length > depth) this.pop();
  }

  end(): void {
    this.closeTo(0);
    this.writer.endBlock();
  }

  private enter(name: string, attributes: Attributes, closed: boolean, at: number): void {
    const { writer } = this;
    if (name === "html" && attributes.lang) this.language ??= attributes.lang;
    if (name === "br") {
      writer.breakLine(at, at);
      return;
    }
    if (name === "hr") {
      this.closeParagraph();
      writer.endBlock();
      return;
    }
    if (VOID.has(name) || closed || this.stack.length >= DEEPEST) return;
    this.closeImplied(name);
    if (BLOCK.has(name) && !(INLINE_BLOCKS.has(name) && writer.state.heading > 0)) {
      if (name !== "p" && !INLINE_BLOCKS.has(name)) this.closeParagraph();
      writer.endBlock();
    }
    this.stack.push({ name, state: writer.state });
    this.openCount.set(name, (this.openCount.get(name) ?? 0) + 1);
    writer.state = this.stateFor(name, attributes, writer.state);
  }

  private stateFor(name: string, attributes: Attributes, outer: WriterState): WriterState {
    const state: WriterState = { ...outer };
    if (DROPPED.has(name) || (this.honourHidden && isHidden(attributes))) state.hidden = true;
    const region = regionOf(name, attributes, this.writer.flat.length);
    if (region) state.regions = [...outer.regions, region];
    if (BOLD.has(name) || /(?:^|\W)font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attributes.style ?? ""))
      state.bold = true;
    if (BLOCK.has(name) && name !== "button") state.hint = null;
    switch (name) {
      case "a":
        state.link = attributes.href !== undefined;
        break;
      case "h1":
      case "h2":
      case "h3":
      case "h4":
      case "h5":
      case "h6":
        state.heading = Number(name[1]);
        break;
      case "summary":
      case "legend":
      case "caption":
        state.hint = "title";
        break;
      case "button":
        if (outer.heading > 0) break;
        if (ACCORDION.test(`${attributes.class} ${attributes.id}`)) state.hint = "title";
        else {
          state.regions = [
            ...state.regions,
            { kind: "navigation", start: this.writer.flat.length, end: Number.POSITIVE_INFINITY },
          ];
        }
        break;
      case "ul":
      case "ol":
      case "menu":
      case "dir":
        this.listIds.push(this.writer.newList());
        break;
      case "li":
        state.lists = [...outer.lists, { list: this.currentList(), item: this.writer.newItem() }];
        break;
      case "dt":
        state.hint = "term";
        break;
      case "table":
        this.tables.push({ id: this.writer.newTable(), row: -1, column: -1, head: false });
        break;
      case "thead":
        if (this.tables.length > 0) this.tables[this.tables.length - 1]!.head = true;
        break;
      case "tbody":
      case "tfoot":
        if (this.tables.length > 0) this.tables[this.tables.length - 1]!.head = false;
        break;
      case "tr":
        if (this.tables.length > 0) {
          const table = this.tables[this.tables.length - 1]!;
          table.row++;
          table.column = -1;
        }
        break;
      case "td":
      case "th":
        if (this.tables.length > 0) {
          const table = this.tables[this.tables.length - 1]!;
          table.column++;
          state.cell = {
            table: table.id,
            row: Math.max(0, table.row),
            column: table.column,
            head: name === "th" || table.head,
          };
        }
        break;
      case "pre":
        state.lines = true;
        break;
      case "p":
      case "div":
      case "span":
        if (attributes.role === "heading") state.heading = Number(attributes["aria-level"]) || 2;
        else if (name !== "span" && TITLE_CLASS.test(attributes.class ?? "")) state.hint = "title";
        break;
    }
    // Text between blocks keeps its lines where the reader wants lines; inside a block they mean nothing.
    if (outer.lines && BLOCK.has(name) && name !== "pre" && name !== "body" && name !== "html")
      state.lines = false;
    return state;
  }

  private leave(name: string, at: number): void {
    if (!this.openCount.get(name)) {
      if (name === "br") this.writer.breakLine(at, at);
      else if (name === "p") this.writer.endBlock();
      return;
    }
    while (this.stack[this.stack.length - 1]!.name !== name) this.pop();
    this.pop();
  }

  private pop(): void {
    const { writer } = this;
    const element = this.stack.pop()!;
    this.openCount.set(element.name, this.openCount.get(element.name)! - 1);
    const inHeading = INLINE_BLOCKS.has(element.name) && element.state.heading > 0;
    if (BLOCK.has(element.name) && !inHeading) writer.endBlock();
    const { regions } = writer.state;
    for (let i = element.state.regions.length; i < regions.length; i++) regions[i]!.end = writer.flat.length;
    switch (element.name) {
      case "ul":
      case "ol":
      case "menu":
      case "dir":
        this.listIds.pop();
        break;
      case "table":
        this.tables.pop();
        break;
    }
    writer.state = element.state;
  }

  private closeParagraph(): void {
    if (!this.openCount.get("p")) return;
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const { name } = this.stack[i]!;
      if (name === "p") {
        while (this.stack.length > i) this.pop();
        return;
      }
      if (name === "td" || name === "th" || name === "button" || name === "table") return;
    }
  }

  /** Elements whose end tag people leave out. */
  private closeImplied(name: string): void {
    const siblings = IMPLIED[name];
    if (!siblings) return;
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const open = this.stack[i]!.name;
      if (siblings.ends.includes(open)) {
        while (this.stack.length > i) this.pop();
        return;
      }
      if (siblings.within.includes(open)) return;
    }
  }

  private currentList(): number {
    if (this.listIds.length === 0) this.listIds.push(this.writer.newList());
    return this.listIds[this.listIds.length - 1]!;
  }
}

const IMPLIED: Record<string, { ends: string[]; within: string[] }> = {
  p: {
    ends: ["p"],
    within: ["div", "td", "th", "li", "section", "article", "main", "button", "blockquote", "body"],
  },
  li: { ends: ["li"], within: ["ul", "ol", "menu", "dir", "table"] },
  dt: { ends: ["dt", "dd"], within: ["dl", "table"] },
  dd: { ends: ["dt", "dd"], within: ["dl", "table"] },
  tr: { ends: ["tr"], within: ["table", "thead", "tbody", "tfoot"] },
  td: { ends: ["td", "th"], within: ["tr", "table"] },
  th: { ends: ["td", "th"], within: ["tr", "table"] },
  thead: { ends: ["thead", "tbody", "tfoot"], within: ["table"] },
  tbody: { ends: ["thead", "tbody", "tfoot"], within: ["table"] },
  tfoot: { ends: ["thead", "tbody", "tfoot"], within: ["table"] },
};

function isHidden(attributes: Attributes): boolean {
  return (
    attributes.hidden !== undefined ||
    attributes["aria-hidden"] === "true" ||
    NOT_SHOWN.test(attributes.style ?? "")
  );
}
