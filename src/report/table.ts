import type { Disclosure } from "../assess/types.js";
import type { Catalogue } from "../catalogue/types.js";
import { clip, pad } from "./layout.js";
import { type FileReport, type Paint, plain } from "./types.js";

const marks: Record<Disclosure, { text: string; paint: keyof Paint }> = {
  made: { text: "made", paint: "good" },
  vague: { text: "vague", paint: "warning" },
  none: { text: "none", paint: "error" },
  unassessed: { text: "not assessed", paint: "faint" },
};

const lineWidth = 5;
const markWidth = 12;
const dueWidth = 8;

/** The evidence map of each file: what is disclosed, where, in which words. */
export function tableReport(
  files: readonly FileReport[],
  catalogue: Catalogue,
  { paint = plain, width = 100 }: { paint?: Paint; width?: number } = {},
): string {
  const titles = new Map(catalogue.requirements.map(({ id, title }) => [id, title]));
  const titleWidth = Math.max(11, ...[...titles.values()].map(({ length }) => length));
  const passageWidth = Math.max(20, width - titleWidth - markWidth - dueWidth - lineWidth - 8);
  const row = (title: string, mark: string, due: string, line: string, passage: string): string =>
    [title, mark, due, line, passage].join("  ").trimEnd();
  const head = row(
    pad("Requirement", titleWidth),
    pad("Disclosure", markWidth),
    pad("Due", dueWidth),
    "Line".padStart(lineWidth),
    "Passage",
  );
  return files
    .map((read) => {
      if ("error" in read) return `${paint.strong(read.file)}\n${paint.error(read.error)}\n`;
      const { subject } = read;
      const { assessment } = subject.analysis;
      const rows = assessment.requirements.map(({ id, disclosure, stance, due, evidence }) => {
        const mark = marks[disclosure];
        const first = evidence[0];
        const negated = disclosure === "made" && stance === "does-not" ? "made (none)" : mark.text;
        const unclear = disclosure === "none" && due !== "yes";
        return row(
          pad(titles.get(id) ?? id, titleWidth),
          paint[unclear ? "faint" : mark.paint](pad(negated, markWidth)),
          pad(due, dueWidth),
          first ? String(first.line).padStart(lineWidth) : "".padStart(lineWidth),
          first ? clip(first.text, passageWidth) : "",
        );
      });
      const state = subject.status === "assessed" ? "" : `, ${subject.status.replaceAll("-", " ")}`;
      const open = read.findings.filter(({ suppressed }) => suppressed === null);
      const counts = (["error", "warning", "info"] as const).map(
        (severity) => `${severity} ${open.filter((finding) => finding.severity === severity).length}`,
      );
      return [
        `${paint.strong(read.file)} (${assessment.language ?? "language unknown"}${state})`,
        paint.faint(head),
        ...rows,
        paint.faint(`Findings: ${counts.join(", ")}`),
        "",
      ].join("\n");
    })
    .join("\n");
}
