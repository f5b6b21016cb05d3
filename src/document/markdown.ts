import type { AnyTxtNode, TxtDocumentNode } from "@textlint/ast-node-types";
import { align } from "./align.js";
import { findFrontMatter } from "./front-matter.js";
import { HtmlReader } from "./html.js";
import type { Writer, WriterState } from "./writer.js";

/** The parts of a node that the reader looks at; the parser's own types leave some out. */
interface Node {
  type: string;
  range: readonly [number, number];
  children?: Node[];
  value?: string;
  depth?: number;
  lang?: string | null;
  url?: string;
}

const TAG = /^<(\/?)([a-zA-Z][a-zA-Z0-9-]*)/;
/** Indented code is as a rule the content of an element that was indented by hand. */
const MARKUP = /<\/?[a-zA-Z][^<>]*>/;

/** Reads the tree of a Markdown text, of which `text` is the source with template code blanked. */
export class MarkdownReader {
  private readonly html: HtmlReader;

  constructor(
    private readonly text: string,
    private readonly source: string,
    private readonly writer: Writer,
    /** What to add to the tree's offsets: 1 where the parser has cut a byte order mark. */
    private readonly shift: number,
    honourHidden = true,
  ) {
    this.html = new HtmlReader(writer, honourHidden);
  }

  get language(): string | null {
    return this.html.language;
  }

  read(document: TxtDocumentNode): void {
    this.blocks((document as unknown as Node).children ?? []);
    this.html.end();
  }

  private blocks(nodes: readonly Node[]): void {
    for (const node of nodes) this.block(node);
  }

  private block(node: Node): void {
    const { writer } = this;
    switch (node.type) {
      case "Yaml":
      case "Toml":
      case "Json":
      case "HorizontalRule":
      case "Definition":
        writer.endBlock();
        break;
      case "Header":
        this.within({ heading: node.depth ?? 1 }, () => this.inline(node));
        break;
      case "Paragraph":
        // A line of Liquid or JSON front matter is none of the parser's, so it comes as a paragraph.
        if (node.range[1] + this.shift <= this.frontMatterEnd) break;
        this.within({ lines: true }, () => this.inline(node));
        break;
      case "Html":
        this.html.read(this.slice(node), this.start(node));
        break;
      case "CodeBlock":
        this.code(node);
        break;
      case "List":
        this.list(node);
        break;
      case "Table":
        this.table(node);
        break;
      case "BlockQuote":
      case "footnoteDefinition":
      case "FootnoteDefinition":
        this.within({}, () => this.blocks(node.children ?? []));
        break;
      case "Comment":
        break;
      default:
        if (node.children) this.within({ lines: true }, () => this.inline(node));
    }
  }

  private get frontMatterEnd(): number {
    return this.source.startsWith("{") || this.source.startsWith("\ufeff{")
      ? (findFrontMatter(this.source)?.end ?? 0)
      : 0;
  }

  private within(state: Partial<WriterState>, body: () => void): void {
    const { writer } = this;
    writer.endBlock();
    const outer = writer.state;
    const depth = this.html.depth;
    writer.state = { ...outer, ...state };
    body();
    // An element that is left open must not reach beyond the block it was opened in.
    this.html.closeTo(depth);
    writer.endBlock();
    writer.state = outer;
  }

  private list(node: Node): void {
    const list = this.writer.newList();
    const { lists } = this.writer.state;
    for (const item of node.children ?? []) {
      const place = { list, item: this.writer.newItem() };
      this.within({ lists: [...lists, place] }, () => this.blocks(item.children ?? []));
    }
  }

  private table(node: Node): void {
    const table = this.writer.newTable();
    (node.children ?? []).forEach((row, rowIndex) => {
      (row.children ?? []).forEach((cell, column) => {
        // The parser does not mark the header row, but it is always the first.
        const place = { table, row: rowIndex, column, head: rowIndex === 0 };
        this.within({ cell: place }, () => this.inline(cell));
      });
    });
  }

  private code(node: Node): void {
    const raw = this.slice(node);
    const fence = /^[ \t]*(`{3,}|~{3,})[^\n]*\n/.exec(raw);
    if (fence) {
      if (node.lang) return;
      const end = raw.lastIndexOf("\n");
      this.within({ lines: true }, () =>
        this.writer.text(
          raw.slice(fence[0].length, Math.max(fence[0].length, end)),
          this.start(node) + fence[0].length,
        ),
      );
    } else if (MARKUP.test(raw)) this.html.read(raw, this.start(node));
    else {
      this.within({ lines: true }, () => {
        for (const line of raw.matchAll(/[^\n]*\n?/g))
          this.writer.text(line[0], this.start(node) + line.index);
      });
    }
  }

  private inline(node: Node): void {
    const { writer } = this;
    for (const child of node.children ?? []) {
      switch (child.type) {
        case "Str":
          this.string(child);
          break;
        case "Code":
          this.inlineCode(child);
          break;
        case "Strong":
          this.styled({ bold: true }, child);
          break;
        case "Link":
        case "LinkReference":
          this.styled({ link: true }, child);
          break;
        case "Break":
          writer.breakLine(this.start(child), this.start(child) + (child.range[1] - child.range[0]));
          break;
        case "Html":
          this.inlineHtml(child);
          break;
        case "Image":
        case "ImageReference":
        case "FootnoteReference":
        case "Comment":
          break;
        case "Paragraph":
          this.inline(child);
          break;
        default:
          if (child.children) this.inline(child);
      }
    }
  }

  private styled(state: Partial<WriterState>, node: Node): void {
    const outer = this.writer.state;
    this.writer.state = { ...outer, ...state };
    this.inline(node);
    this.writer.state = outer;
  }

  private inlineHtml(node: Node): void {
    const raw = this.slice(node);
    const tag = TAG.exec(raw);
    if (!tag) return;
    const { writer } = this;
    const name = tag[2]!.toLowerCase();
    if (name === "br") writer.breakLine(this.start(node), this.start(node) + raw.length);
    else if (name === "b" || name === "strong") writer.state = { ...writer.state, bold: tag[1] === "" };
    else if (name === "a" && (tag[1] !== "" || /\bhref\b/i.test(raw))) {
      writer.state = { ...writer.state, link: tag[1] === "" };
    } else if (/^(?:p|div|ul|ol|li|tr|td|th|table|h[1-6]|dt|dd|summary|details)$/.test(name)) {
      this.html.read(raw, this.start(node));
    }
  }

  private inlineCode(node: Node): void {
    const raw = this.slice(node);
    const marks = /^(`+)([\s\S]*?)\1$/.exec(raw);
    if (marks) this.writer.text(marks[2]!, this.start(node) + marks[1]!.length);
    else this.writer.text(raw, this.start(node));
  }

  private string(node: Node): void {
    const { writer } = this;
    const value = node.value ?? "";
    const start = this.start(node);
    const raw = this.source.slice(start, node.range[1] + this.shift);
    if (raw === value) {
      writer.text(this.text.slice(start, start + raw.length), start);
      return;
    }
    // A text that ends with an entity comes one unit short.
    const end = this.source[start + raw.length] === ";" && /&#?\w+$/.test(raw) ? raw.length + 1 : raw.length;
    const map = align(raw, value);
    if (!map) {
      writer.mapped(value, start, start + end);
      return;
    }
    for (let from = 0; from < value.length; ) {
      let to = from + 1;
      if (map[to]! === map[from]! + 1 && raw[map[from]!] === value[from]) {
        while (to < value.length && map[to + 1]! === map[to]! + 1 && raw[map[to]!] === value[to]) to++;
        writer.text(this.text.slice(start + map[from]!, start + map[from]! + to - from), start + map[from]!);
      } else if (raw[map[from]!] === value[from] && !raw.startsWith("&", map[from]!)) {
        // The last unit of a line whose continuation is indented.
        writer.text(this.text.slice(start + map[from]!, start + map[from]! + 1), start + map[from]!);
      } else {
        while (to < value.length && map[to] === map[from]) to++;
        const until = to === value.length ? end : map[to]!;
        writer.mapped(value.slice(from, to), start + map[from]!, start + until);
      }
      from = to;
    }
  }

  private start(node: Node): number {
    return node.range[0] + this.shift;
  }

  private slice(node: Node): string {
    return this.text.slice(node.range[0] + this.shift, node.range[1] + this.shift);
  }
}

/** True for a tree that the Markdown parser made: its root holds Markdown's blocks. */
export function isDocument(node: AnyTxtNode | undefined): node is TxtDocumentNode {
  return node?.type === "Document";
}
