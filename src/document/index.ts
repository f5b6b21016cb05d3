/** Source text -> sections, blocks, sentences, tokens, each with its place in the source. */
import type { TxtDocumentNode } from "@textlint/ast-node-types";
import { Builder } from "./build.js";
import { markChrome, markContents, markLinkRuns } from "./chrome.js";
import { type Draft, spanOf } from "./draft.js";
import type { FlatText } from "./flat.js";
import { type FrontMatter, findFrontMatter, parseFrontMatter, peekFrontMatter } from "./front-matter.js";
import { HtmlReader } from "./html.js";
import { kindOf } from "./kind.js";
import { chooseLanguage, languageCode } from "./language.js";
import { splitLines } from "./lines.js";
import { MarkdownReader } from "./markdown.js";
import { SentenceSplitter } from "./sentences.js";
import { Structure } from "./structure.js";
import { joinRows } from "./tables.js";
import { maskTemplates } from "./templates.js";
import { readText } from "./text.js";
import type { PolicyDocument } from "./types.js";
import { Writer } from "./writer.js";

export { kindOf } from "./kind.js";
export { detectLanguage } from "./language.js";
export { locate } from "./locate.js";
export { normalise } from "./normalise.js";
export { maskTemplates } from "./templates.js";
export { tokenise } from "./tokenise.js";

export interface ReadOptions {
  /** File name or ending decides the reader; unknown endings are read by content. */
  filePath?: string;
  /** The Markdown tree where textlint has parsed it; needed for Markdown only. */
  ast?: TxtDocumentNode;
  /** ISO 639-1; wins over what the text says of itself. */
  language?: string;
  /** Abbreviations of a language, without their last full stop, for the cutting of sentences. */
  abbreviations?: (language: string) => readonly string[];
  /** Codes of the languages that can be assessed: of two that fit about as well, they are preferred. */
  supported?: readonly string[];
}

/** Reads a policy. Throws where the text is Markdown and `options.ast` is missing. */
export function readDocument(source: string, options: ReadOptions = {}): PolicyDocument {
  const { filePath = "" } = options;
  const masked = maskTemplates(source, filePath);
  const frontMatter = findFrontMatter(source);
  let read = readSource(source, masked, frontMatter, options, true);
  // Some pages hide all of their text until a script shows it.
  if (read.writer.hiddenLength > 600 && contentLength(read.writer.drafts) < read.writer.hiddenLength / 3) {
    read = readSource(source, masked, frontMatter, options, false);
  }
  const { flat } = read.writer;
  markChrome(flat, read.writer.drafts);
  markLinkRuns(flat, read.writer.drafts);
  const lines = joinRows(flat, read.writer.drafts).flatMap((draft) => splitLines(flat, draft));
  const drafts = new Structure(flat, lines)
    .run(lines)
    .filter((draft) => /[\p{L}\p{N}]/u.test(flat.slice(spanOf(draft))));
  markContents(flat, drafts);

  const { language, languageFrom } = languageOf(flat, drafts, read.markupLanguage, frontMatter, options);
  const splitter = new SentenceSplitter(language ? options.abbreviations?.(language) : []);
  const built = new Builder(flat, splitter).build(drafts);
  let values: Record<string, unknown> | undefined;
  return {
    source,
    language,
    languageFrom,
    ...built,
    get frontMatter() {
      values ??= frontMatter ? parseFrontMatter(frontMatter) : {};
      return values;
    },
  };
}

function readSource(
  source: string,
  masked: string,
  frontMatter: FrontMatter | null,
  { filePath = "", ast }: ReadOptions,
  honourHidden: boolean,
): { writer: Writer; markupLanguage: string | null } {
  const writer = new Writer();
  const kind = kindOf(filePath, source);
  const start = frontMatter?.end ?? 0;
  let markupLanguage: string | null = null;
  if (kind === "markdown") {
    if (!ast) throw new Error("readDocument needs the tree of a Markdown text: pass it as options.ast");
    const shift = source.startsWith("\ufeff") ? 1 : 0;
    const reader = new MarkdownReader(masked, source, writer, shift, honourHidden);
    reader.read(ast);
    markupLanguage = reader.language;
  } else if (kind === "html") {
    const reader = new HtmlReader(writer, honourHidden);
    reader.read(masked.slice(start), start);
    reader.end();
    markupLanguage = reader.language;
  } else readText(masked.slice(start), start, writer);
  writer.finish();
  return { writer, markupLanguage };
}

function languageOf(
  flat: FlatText,
  drafts: readonly Draft[],
  markup: string | null,
  frontMatter: FrontMatter | null,
  { language, supported }: ReadOptions,
): Pick<PolicyDocument, "language" | "languageFrom"> {
  if (language) return { language: languageCode(language) ?? language, languageFrom: "option" };
  const declared = frontMatter && languageCode(peekFrontMatter(frontMatter, "lang(?:uage)?"));
  if (declared) return { language: declared, languageFrom: "front-matter" };
  const text = drafts
    .filter((draft) => !draft.chrome)
    .map((draft) => flat.slice(spanOf(draft)))
    .join("\n");
  const hint = languageCode(markup);
  const found = chooseLanguage(text, hint, supported);
  return { language: found.language, languageFrom: found.from };
}

function contentLength(drafts: readonly Draft[]): number {
  return drafts.reduce((sum, draft) => sum + spanOf(draft)[1] - spanOf(draft)[0], 0);
}
