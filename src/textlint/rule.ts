import type { TxtDocumentNode } from "@textlint/ast-node-types";
import type { TextlintRuleModule } from "@textlint/kernel";
import type { Severity } from "../catalogue/types.js";
import {
  type Finding,
  type FindingContext,
  type RuleInfo,
  readOptions,
  ruleFindings,
} from "../findings/index.js";
import { prepareOnce } from "./subject.js";

type Reporter = Extract<TextlintRuleModule, (...args: never[]) => unknown>;
type Context = Parameters<Reporter>[0];

/** textlint counts severities; 0 stands for "none". */
const level: Record<Severity, number> = { info: 3, warning: 1, error: 2 };

/** What a finding carries besides its message, for JSON and for tools. */
function dataOf({ text, requirements, law, kind, docsUrl, fingerprints }: Finding): object {
  return { kind, requirements, law, article: text.article, url: docsUrl, fingerprints };
}

function reporterOf(context: Context, node: TxtDocumentNode) {
  return (message: string, severity: number, range?: readonly [number, number], data?: object): void => {
    const padding =
      range && range[1] > range[0] ? { padding: context.locator.range([range[0], range[1]]) } : {};
    context.report(node, { message, severity, ...padding, ...data } as Parameters<Context["report"]>[1]);
  };
}

/**
 * One rule for textlint. The object form of a report ignores the severity that
 * a user has configured, so it is read with the other options.
 */
export function createRule(rule: RuleInfo, setting: FindingContext): TextlintRuleModule {
  return (context, written) => {
    const { options, problems } = readOptions(rule, written);
    return {
      [context.Syntax.DocumentExit]: async (node: TxtDocumentNode) => {
        const report = reporterOf(context, node);
        for (const problem of problems) report(problem, level.error);
        const prepared = await prepareOnce(
          node,
          context.getSource(),
          context.getFilePath(),
          context.getConfigBaseDir(),
        );
        if ("failure" in prepared) {
          report(prepared.failure, level.error);
          return;
        }
        try {
          for (const finding of ruleFindings(rule, prepared.subject, options, setting)) {
            report(finding.message, level[finding.severity], finding.range, dataOf(finding));
          }
        } catch (error) {
          report(
            `Rule ${rule.id} failed: ${error instanceof Error ? error.message : String(error)}`,
            level.error,
          );
        }
      },
    };
  };
}

/** A rule that only tells why there are no others. */
export function failedRule(message: string): TextlintRuleModule {
  return (context) => ({
    [context.Syntax.Document]: (node: TxtDocumentNode) => reporterOf(context, node)(message, level.error),
  });
}
