import { createHash } from "node:crypto";
import type { Severity } from "../catalogue/types.js";
import { locate } from "../document/index.js";
import type { FileReport } from "./types.js";

/** One entry of GitLab's code quality report. */
export interface GitlabIssue {
  description: string;
  check_name: string;
  fingerprint: string;
  severity: "info" | "minor" | "major" | "critical" | "blocker";
  location: { path: string; lines: { begin: number; end: number } };
}

const level: Record<Severity, GitlabIssue["severity"]> = { error: "major", warning: "minor", info: "info" };

/** GitLab keeps one entry of each fingerprint, so two files must not share one. */
const fingerprintOf = (parts: readonly string[]): string =>
  createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 32);

/**
 * GitLab's code quality report.
 * @param files named from the root of the repository
 */
export function gitlabReport(files: readonly FileReport[]): GitlabIssue[] {
  return files.flatMap((read): GitlabIssue[] => {
    const { file } = read;
    if ("error" in read)
      return [
        {
          description: `${file}: ${read.error}`,
          check_name: "gdpr/file",
          fingerprint: fingerprintOf([file, "file"]),
          severity: "major",
          location: { path: file, lines: { begin: 1, end: 1 } },
        },
      ];
    const { source } = read.subject.analysis.document;
    return read.findings
      .filter(({ suppressed }) => suppressed === null)
      .map(({ ruleId, message, severity, range, fingerprints }) => ({
        description: message,
        check_name: `gdpr/${ruleId}`,
        fingerprint: fingerprintOf([file, ruleId, ...fingerprints]),
        severity: level[severity],
        location: {
          path: file,
          lines: { begin: locate(source, range[0]).line, end: locate(source, range[1]).line },
        },
      }));
  });
}
