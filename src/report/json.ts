import { unassessed } from "../assess/index.js";
import type { Evidence, RequirementAssessment, WordingAssessment } from "../assess/types.js";
import type { Catalogue } from "../catalogue/types.js";
import { locate } from "../document/index.js";
import type { Range } from "../document/types.js";
import type { FileReport, ReportedFinding } from "./types.js";

interface Place {
  range: Range;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

interface JsonEvidence extends Place {
  clause: number;
  section: string;
  text: string;
}

export interface JsonDocument {
  file: string;
  status: "assessed" | "not-a-policy" | "unsupported-language" | "error";
  message?: string;
  language: string | null;
  requirements: (Omit<RequirementAssessment, "evidence" | "dueBecause"> & {
    dueBecause: JsonEvidence | { fact: string } | null;
    evidence: JsonEvidence[];
  })[];
  facts: { type: string; value: string; range: Range; section: string; row: number | null }[];
  wording: (Place & { id: string; text: string })[];
  findings: (Place & {
    ruleId: string;
    requirements: string[];
    law: string[];
    severity: string;
    message: string;
    docsUrl: string;
    fingerprints: string[];
    suppressed: ReportedFinding["suppressed"];
  })[];
}

/** The report for other tools; its shape is a contract (schemaVersion). */
export interface JsonReport {
  schemaVersion: 1;
  tool: { name: "gdprlint"; version: string };
  documents: JsonDocument[];
}

const place = ({ range, line, column, endLine, endColumn }: Place): Place => ({
  range,
  line,
  column,
  endLine,
  endColumn,
});

function evidenceOf(evidence: Evidence): JsonEvidence {
  const { clause, section, text } = evidence;
  return { clause, section, ...place(evidence), text };
}

const wordingOf = (found: WordingAssessment): JsonDocument["wording"][number] => ({
  id: found.id,
  ...place(found),
  text: found.text,
});

const findingOf =
  (source: string) =>
  (finding: ReportedFinding): JsonDocument["findings"][number] => {
    const start = locate(source, finding.range[0]);
    const end = locate(source, finding.range[1]);
    const { ruleId, requirements, law, severity, message, range, docsUrl, fingerprints, suppressed } =
      finding;
    return {
      ruleId,
      requirements,
      law,
      severity,
      message,
      range,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      docsUrl,
      fingerprints,
      suppressed,
    };
  };

function unread(file: string, message: string, catalogue: Catalogue): JsonDocument {
  return {
    file,
    status: "error",
    message,
    language: null,
    requirements: unassessed(catalogue),
    facts: [],
    wording: [],
    findings: [],
  };
}

/** Everything that was found in the files, as data. */
export function jsonReport(files: readonly FileReport[], catalogue: Catalogue, version: string): JsonReport {
  return {
    schemaVersion: 1,
    tool: { name: "gdprlint", version },
    documents: files.map((read): JsonDocument => {
      if ("error" in read) return unread(read.file, read.error, catalogue);
      const { assessment, document } = read.subject.analysis;
      return {
        file: read.file,
        status: read.subject.status,
        language: assessment.language,
        requirements: assessment.requirements.map(
          ({ id, law, disclosure, stance, due, dueBecause, evidence }) => ({
            id,
            law,
            disclosure,
            stance,
            due,
            dueBecause: dueBecause === null || "fact" in dueBecause ? dueBecause : evidenceOf(dueBecause),
            evidence: evidence.map(evidenceOf),
          }),
        ),
        facts: assessment.facts.map(({ type, value, range, section, row }) => ({
          type,
          value,
          range,
          section,
          row,
        })),
        wording: assessment.wording.map(wordingOf),
        findings: read.findings.map(findingOf(document.source)),
      };
    }),
  };
}
