import type { Disclosure } from "../assess/types.js";
import type { Catalogue } from "../catalogue/types.js";
import { clip } from "./layout.js";
import type { FileReport } from "./types.js";

const longestPassage = 160;

const shown: Record<Disclosure, string> = {
  made: "made",
  vague: "vague",
  none: "none",
  unassessed: "not assessed",
};

/** Signs that Markdown or HTML would read, as references, which neither reads. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/[&<>|\\`*_[\]~#!$]/g, (sign) => `&#${sign.codePointAt(0)};`)
    // An address is made a link, also in the middle of a text.
    .replace(/(https?|ftp)(:\/\/)|(www)\./gi, (_, scheme, slashes, www) =>
      www ? `${www}&#46;` : `${scheme}&#58;${slashes.slice(1)}`,
    );

function tableOf(read: Exclude<FileReport, { error: string }>, catalogue: Catalogue): string[] {
  const titles = new Map(catalogue.requirements.map(({ id, title }) => [id, title]));
  const { assessment } = read.subject.analysis;
  const rows = assessment.requirements.map(({ id, law, disclosure, stance, due, evidence }) => {
    const [first] = evidence;
    const says = disclosure === "made" && stance === "does-not" ? "made (none)" : shown[disclosure];
    const cells = [
      escapeMarkdown(titles.get(id) ?? id),
      law[0] === undefined ? "" : `Art. ${law[0]}`,
      says,
      due,
      first ? String(first.line) : "",
      first ? escapeMarkdown(clip(first.text, longestPassage)) : "",
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return [
    "| Requirement | Article | Disclosure | Due | Line | Passage |",
    "| --- | --- | --- | --- | ---: | --- |",
    ...rows,
  ];
}

/** The evidence map of each file as Markdown: what is disclosed, where, in which words. */
export function markdownSummary(files: readonly FileReport[], catalogue: Catalogue): string {
  const parts = files.map((read) => {
    const head = `## ${escapeMarkdown(read.file)}`;
    if ("error" in read) return [head, "", escapeMarkdown(read.error)];
    const { status, analysis } = read.subject;
    const open = read.findings.filter(({ suppressed }) => suppressed === null);
    const counts = (["error", "warning", "info"] as const).map(
      (severity) => `${severity} ${open.filter((finding) => finding.severity === severity).length}`,
    );
    const state = status === "assessed" ? "" : `, ${status.replaceAll("-", " ")}`;
    return [
      head,
      "",
      `Language: ${analysis.assessment.language ?? "unknown"}${state}. Findings: ${counts.join(", ")}.`,
      "",
      ...tableOf(read, catalogue),
    ];
  });
  return parts.map((lines) => `${lines.join("\n")}\n`).join("\n");
}
