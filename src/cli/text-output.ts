import { locate } from "../document/index.js";
import { headline } from "../findings/index.js";
import { clip, drawRange, type Paint, type ReportedFinding, wrap } from "../report/index.js";
import { kernelId } from "./kernel.js";
import type { Linted } from "./lint.js";

export interface Counts {
  error: number;
  warning: number;
  info: number;
  suppressed: number;
}

/** Open findings by severity, over files that could be read. */
export function count(files: readonly Linted[]): Counts {
  const counts: Counts = { error: 0, warning: 0, info: 0, suppressed: 0 };
  for (const file of files) {
    if ("error" in file) continue;
    for (const { severity, suppressed } of file.findings) counts[suppressed ? "suppressed" : severity] += 1;
  }
  return counts;
}

function dueText(because: NonNullable<ReportedFinding["text"]["because"]>): string {
  if ("fact" in because) return `as the settings say (${because.fact})`;
  return `as line ${because.line} says: “${clip(because.passage, 80)}”`;
}

const indent = "    ";
const label = (text: string): string => text.padEnd(7);

function showFinding(finding: ReportedFinding, source: string, paint: Paint, width: number): string {
  const { text, severity, range } = finding;
  const { line, column } = locate(source, range[0]);
  const gutter = String(line).padStart(6);
  const drawn = drawRange(source, range, width - 10);
  const block = (name: string, content: string): string[] =>
    wrap(content, width - indent.length - 7).map(
      (part, index) => `${indent}${paint.faint(label(index === 0 ? name : ""))}${part}`,
    );
  const article = text.article === null ? "" : ` (${text.article})`;
  return [
    `${indent.slice(2)}${line}:${column}  ${paint[severity](severity)}  ${paint.strong(finding.title)}  ${paint.faint(kernelId(finding.ruleId))}`,
    ...wrap(
      `${headline({ ...text, passage: null }).replace(" {passage}", "")}${article}.`,
      width - indent.length,
    ).map((part) => `${indent}${part}`),
    `${paint.faint(`${gutter} |`)} ${drawn.code}`,
    `${paint.faint(`${" ".repeat(gutter.length)} |`)} ${paint[severity](drawn.marks)}`,
    ...(text.because === null ? [] : block("Due", dueText(text.because))),
    ...block("Why", text.why),
    ...block("Write", text.write),
    ...(text.model === null ? [] : block("As in", `“${text.model.replace(/\s+/g, " ").trim()}”`)),
  ].join("\n");
}

const many = (number: number, one: string, more = `${one}s`): string =>
  `${number} ${number === 1 ? one : more}`;

/** "2 errors and 1 warning in 1 file" */
export function summary(files: readonly Linted[]): string {
  const read = files.filter((file) => !("error" in file));
  const { error, warning, info, suppressed } = count(read);
  const parts = [
    ...(error > 0 ? [many(error, "error")] : []),
    ...(warning > 0 ? [many(warning, "warning")] : []),
    ...(info > 0 ? [many(info, "info")] : []),
  ];
  const list = parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
  const hidden = suppressed > 0 ? `, ${many(suppressed, "finding")} suppressed by comments` : "";
  return `${list || "Nothing found"} in ${many(read.length, "file")}${hidden}.`;
}

/**
 * The command's own output: by file, each finding with the place it is at.
 * Files without findings are not named.
 */
export function textOutput(
  files: readonly Linted[],
  { paint, width, quiet }: { paint: Paint; width: number; quiet: boolean },
): string {
  const blocks = files.flatMap((file) => {
    if ("error" in file) return [];
    const { source } = file.subject.analysis.document;
    const shown = file.findings.filter(
      ({ suppressed, severity }) => suppressed === null && (!quiet || severity === "error"),
    );
    if (shown.length === 0) return [];
    return [
      `${paint.strong(file.file)}\n${shown.map((finding) => `${showFinding(finding, source, paint, width)}\n`).join("\n")}`,
    ];
  });
  const { error, warning } = count(files);
  const tone = error > 0 ? paint.error : warning > 0 ? paint.warning : paint.good;
  return `${[...blocks, tone(summary(files))].join("\n")}\n`;
}
