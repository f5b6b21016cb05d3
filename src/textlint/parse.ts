import type { TxtDocumentNode } from "@textlint/ast-node-types";

interface MarkdownPlugin {
  Processor: new () => {
    availableExtensions: () => string[];
    processor: (extension: string) => { preProcess: (text: string) => TxtDocumentNode };
  };
}

/** Markdown as textlint's own plugin parses it. */
export async function parseMarkdown(source: string): Promise<TxtDocumentNode> {
  const module = (await import("@textlint/textlint-plugin-markdown")) as unknown as {
    default: MarkdownPlugin | { default: MarkdownPlugin };
  };
  const plugin = "default" in module.default ? module.default.default : module.default;
  return new plugin.Processor().processor(".md").preProcess(source);
}
