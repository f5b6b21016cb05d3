import type { TxtDocumentNode } from "@textlint/ast-node-types";
import type { TextlintFilterRuleReporter, TextlintKernelOptions, TextlintResult } from "@textlint/kernel";
import { type FindingContext, listRules, type RuleInfo } from "../findings/index.js";
import { createRule } from "../textlint/index.js";

const extension = ".policy";

/** The ids by which a comment may call a rule, whichever preset textlint runs. */
const prefix = /^(?:preset-)?gdpr\/(?:[a-z0-9-]+\/(?=[a-z]))?/;

export const kernelId = (ruleId: string): string => `gdpr/${ruleId}`;

/** textlint-filter-rule-comments, for ids with and without prefix. */
async function commentFilter(): Promise<TextlintFilterRuleReporter> {
  // It comes without types.
  // @ts-expect-error
  const module = (await import("textlint-filter-rule-comments")) as unknown as {
    default: TextlintFilterRuleReporter;
  };
  return (context, options) =>
    module.default(
      {
        Syntax: context.Syntax,
        getSource: context.getSource,
        shouldIgnore: (range: [number, number], about: { ruleId?: string }) => {
          const { ruleId } = about;
          if (ruleId === undefined || ruleId === "*") context.shouldIgnore(range, about);
          else context.shouldIgnore(range, { ruleId: kernelId(ruleId.replace(prefix, "")) });
        },
      } as unknown as typeof context,
      options,
    );
}

let kernel: Promise<{
  lint: (source: string, options: TextlintKernelOptions) => Promise<TextlintResult>;
  filter: TextlintFilterRuleReporter;
}>;

async function load() {
  const [{ TextlintKernel }, filter] = await Promise.all([import("@textlint/kernel"), commentFilter()]);
  const instance = new TextlintKernel();
  return {
    lint: (source: string, options: TextlintKernelOptions) => instance.lintText(source, options),
    filter,
  };
}

/**
 * Runs the rules through textlint's kernel, so that what they report and what
 * comments suppress is the same as in textlint.
 * @param tree the text's document node, for which the reading has been provided
 * @param written what the user wrote for a rule; false where it is off
 */
export async function runKernel(
  source: string,
  path: string,
  tree: TxtDocumentNode,
  context: FindingContext,
  written: (rule: RuleInfo) => unknown,
): Promise<TextlintResult> {
  kernel ??= load();
  const { lint, filter } = await kernel;
  class Processor {
    availableExtensions(): string[] {
      return [extension];
    }
    processor() {
      return {
        preProcess: () => tree,
        postProcess: (messages: TextlintResult["messages"], filePath?: string) => ({
          messages,
          filePath: filePath ?? path,
        }),
      };
    }
  }
  return lint(source, {
    ext: extension,
    filePath: path,
    rules: listRules(context.catalogue)
      .map((rule) => ({ rule, options: written(rule) }))
      .filter(({ options }) => options !== false)
      .map(({ rule, options }) => ({
        ruleId: kernelId(rule.id),
        rule: createRule(rule, context),
        options: (options ?? true) as object | true,
      })),
    filterRules: [{ ruleId: "comments", rule: filter, options: true }],
    plugins: [{ pluginId: "policy", plugin: { Processor } }] as unknown as NonNullable<
      TextlintKernelOptions["plugins"]
    >,
  });
}
