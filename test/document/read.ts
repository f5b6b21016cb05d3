import { parse } from "@textlint/markdown-to-ast";
import { kindOf, type ReadOptions, readDocument } from "../../src/document/index.js";
import type { Block, PolicyDocument, Sentence } from "../../src/document/types.js";

export function read(source: string, filePath = "policy.md", options: ReadOptions = {}): PolicyDocument {
  const ast = kindOf(filePath, source) === "markdown" ? { ast: parse(source) } : {};
  return readDocument(source, { filePath, ...ast, ...options });
}

export function words(sentence: Sentence): string {
  return sentence.tokens.map(({ text }) => text).join(" ");
}

export function textOf(block: Block): string {
  return block.sentences.map(words).join(" ");
}

/** "2 Your rights" for a heading of a section at depth 2, "- access" for an item, "| a b" for a row. */
export function outline(document: PolicyDocument): string[] {
  return document.blocks.map((block) => {
    const chrome = block.chrome ? "~ " : "";
    switch (block.kind) {
      case "heading":
        return `${chrome}${depthOf(block)} ${textOf(block)}`;
      case "item":
        return `${chrome}- ${textOf(block)}`;
      case "row":
        return `${chrome}| ${block.sentences.map(words).join(" | ")}`;
      default:
        return `${chrome}${block.sentences.map(words).join(" / ")}`;
    }
  });
}

function depthOf(block: Block): number {
  let depth = 0;
  for (let section = block.section; section.parent; section = section.parent) depth++;
  return depth;
}
