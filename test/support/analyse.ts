import markdown from "@textlint/textlint-plugin-markdown";
import { type Analysis, analyse, type Settings } from "../../src/assess/index.js";

type Processor = { processor(extension: string): { preProcess(text: string, filePath?: string): unknown } };
const plugin = markdown as unknown as {
  Processor?: new () => Processor;
  default?: { Processor: new () => Processor };
};
const processor = new (plugin.Processor ?? plugin.default!.Processor)().processor(".md");

/** Analyses a Markdown text as textlint would hand it over. */
export function analyseMarkdown(text: string, settings: Partial<Settings> = {}): Analysis {
  const ast = processor.preProcess(text, "policy.md") as NonNullable<Parameters<typeof analyse>[1]>["ast"];
  return analyse(text, { filePath: "policy.md", settings, ...(ast ? { ast } : {}) });
}
