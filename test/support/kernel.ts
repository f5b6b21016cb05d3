import { TextlintKernel, type TextlintMessage } from "@textlint/kernel";
import markdown from "@textlint/textlint-plugin-markdown";
import text from "@textlint/textlint-plugin-text";
// @ts-expect-error It comes without types.
import comments from "textlint-filter-rule-comments";
import html from "textlint-plugin-html";
import type { TextlintPreset } from "../../src/textlint/index.js";

// biome-ignore lint/suspicious/noExplicitAny: modules of either kind, as textlint itself takes them
const interop = (module: any): any => module?.default ?? module;
const kernel = new TextlintKernel();

interface Run {
  /** Rule id -> what stands in .textlintrc. */
  options?: Record<string, unknown>;
  filePath?: string;
  configBaseDir?: string;
}

/** Lints as textlint does with "preset-gdpr" in its configuration. */
export async function lintWith(
  { rules, rulesConfig }: TextlintPreset,
  source: string,
  { options = {}, filePath = "/bakery/privacy.md", configBaseDir }: Run = {},
): Promise<TextlintMessage[]> {
  const { messages } = await kernel.lintText(source, {
    ext: filePath.slice(filePath.lastIndexOf(".")),
    filePath,
    ...(configBaseDir === undefined ? {} : { configBaseDir }),
    rules: Object.entries(rules).map(([id, rule]) => ({
      ruleId: `gdpr/${id}`,
      rule,
      // biome-ignore lint/suspicious/noExplicitAny: wrong options are what some tests are about
      options: (options[id] ?? rulesConfig[id] ?? true) as any,
    })),
    filterRules: [{ ruleId: "comments", rule: interop(comments), options: true }],
    plugins: [
      { pluginId: "markdown", plugin: interop(markdown) },
      { pluginId: "text", plugin: interop(text) },
      { pluginId: "html", plugin: interop(html) },
    ],
  });
  return messages;
}
