import { resolve } from "node:path";
import type { TextlintResult } from "@textlint/kernel";
import { kindOf } from "../document/index.js";
import { type Finding, type FindingContext, findings } from "../findings/index.js";
import type { FileReport, ReportedFinding } from "../report/index.js";
import { packageVersion, readFrontMatter, showProblem } from "../settings/index.js";
import { analyseWith, parseMarkdown, provide, subjectWith } from "../textlint/index.js";
import { type Comment, commentsOf, commentTree } from "./comments.js";
import { InputError, readPolicy, readStandardInput } from "./input.js";
import { kernelId, runKernel } from "./kernel.js";
import { optionsFor, presetOf, type Setup, settingsOf, UsageError, writtenFor } from "./setup.js";

/** A file as the outputs need it; `result` is textlint's own view of it. */
export type Linted = FileReport & { result?: TextlintResult };

/** The reason that a comment gives behind two hyphens, of the last one before the finding that could be meant. */
function reasonFor({ ruleId, range }: Finding, comments: readonly Comment[]): string | null {
  const disabling = comments.findLast(({ range: at, value }) => {
    if (at[0] > range[0] || !value.includes("textlint-disable")) return false;
    const ids = value.replace(/.*?textlint-disable/s, "").replace(/--.*$/s, "");
    return ids.trim() === "" || ids.includes(ruleId);
  });
  return /--\s*([\s\S]*?)\s*$/.exec(disabling?.value ?? "")?.[1]?.replace(/\s+/g, " ") || null;
}

/** Marks the findings that the kernel no longer has. */
function withSuppression(
  all: readonly Finding[],
  { messages }: TextlintResult,
  comments: readonly Comment[],
): ReportedFinding[] {
  const key = (ruleId: string, start: number, message: string): string => `${ruleId} ${start} ${message}`;
  const kept = new Set(messages.map(({ ruleId, range, message }) => key(ruleId, range[0], message)));
  return all.map((finding) => ({
    ...finding,
    suppressed: kept.has(key(kernelId(finding.ruleId), finding.range[0], finding.message))
      ? null
      : { by: "comment", reason: reasonFor(finding, comments) },
  }));
}

async function lintText(file: string, source: string, path: string, setup: Setup): Promise<Linted> {
  const frontMatter = await readFrontMatter(source, file);
  if (frontMatter.problems.length > 0) throw new UsageError(frontMatter.problems.map(showProblem).join("\n"));
  const settings = settingsOf(setup, frontMatter.layer);
  const preset = presetOf(setup, settings);
  const context: FindingContext = {
    catalogue: setup.catalogue,
    profile: preset,
    locale: "en",
    version: packageVersion(),
  };
  const markdown = kindOf(path, source) === "markdown" ? await parseMarkdown(source) : null;
  const analysis = await analyseWith(source, path, settings, markdown ?? undefined);
  const subject = await subjectWith(analysis, path, settings);
  const comments = commentsOf(source, markdown);
  const tree = commentTree(source, comments);
  provide(tree, subject);
  const result = await runKernel(source, path, tree, context, (rule) => writtenFor(setup, preset, rule));
  const all = findings(subject, context, (rule) => optionsFor(setup, preset, rule));
  return { file, subject, findings: withSuppression(all, result, comments), result };
}

export interface Standard {
  stream: NodeJS.ReadableStream;
  /** Says of which kind the text is. */
  filename?: string;
}

/** Lints one file; "-" is standard input. A file that cannot be read becomes an error of its own. */
export async function lintFile(file: string, setup: Setup, standard: Standard): Promise<Linted> {
  const name = file === "-" ? (standard.filename ?? "<stdin>") : file;
  try {
    const source = file === "-" ? await readStandardInput(standard.stream) : await readPolicy(file);
    const path = file === "-" ? (standard.filename ?? "stdin") : file;
    return await lintText(name, source, resolve(path), setup);
  } catch (error) {
    if (error instanceof InputError) return { file: name, error: error.message };
    if (error instanceof UsageError) return { file: name, error: error.message };
    const { message } = error as Error;
    return { file: name, error: `could not be linted (${message.split("\n")[0]}); please report this` };
  }
}
