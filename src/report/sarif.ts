import type { Catalogue, Severity } from "../catalogue/types.js";
import { locate } from "../document/index.js";
import { docsUrlOf, listRules, type RuleInfo } from "../findings/index.js";
import type { FileReport } from "./types.js";

type Level = "error" | "warning" | "note";
const level: Record<Severity, Level> = { error: "error", warning: "warning", info: "note" };

export interface SarifRule {
  id: string;
  name: string;
  shortDescription: { text: string };
  fullDescription?: { text: string };
  help?: { text: string; markdown: string };
  helpUri?: string;
  defaultConfiguration?: { level: Level };
  properties?: { tags: string[] };
}

/** A finding as SARIF needs it, whichever program made it. */
export interface SarifFinding {
  ruleId: string;
  severity: Severity;
  message: string;
  file: string;
  /** UTF-16 units, end exclusive. */
  range: readonly [number, number];
  /** 1-based; the end is exclusive. */
  start: { line: number; column: number };
  end: { line: number; column: number };
  /** Name of a fingerprint -> its value. */
  fingerprints: Record<string, string>;
  suppressed: { reason: string | null } | null;
}

interface Definition {
  docs?: { checks: string; "when-not": string; references: readonly string[] };
  severity?: Severity | { none: Severity };
  messages: { en?: Partial<Record<string, { why: string; write: string }>> };
}

function definitionsOf(rule: RuleInfo, { requirements, groups, wording }: Catalogue): Definition[] {
  const named: Definition[] = [...requirements, ...groups, ...wording].filter(({ id }) => id === rule.id);
  return [...named, ...requirements.filter(({ id }) => id !== rule.id && rule.members.includes(id))];
}

function levelOf(definitions: readonly Definition[]): Level {
  const severity = definitions.find((definition) => definition.severity !== undefined)?.severity;
  if (severity === undefined) return "note";
  return level[typeof severity === "string" ? severity : severity.none];
}

function helpOf(rule: RuleInfo, definition: Definition | undefined): NonNullable<SarifRule["help"]> {
  const { none, finding } = definition?.messages.en ?? {};
  const advice = none ?? finding;
  const checks = definition?.docs?.checks ?? rule.description;
  const parts = [checks, ...(advice ? [advice.why, advice.write] : [])];
  const references = definition?.docs?.references ?? [];
  return {
    text: [...parts, ...references].map((part) => part.replaceAll("*", "")).join("\n\n"),
    markdown: [...parts, references.map((reference) => `- ${reference}`).join("\n")]
      .filter((part) => part !== "")
      .join("\n\n"),
  };
}

/** What SARIF says of every rule, articles as tags. */
export function sarifRules(catalogue: Catalogue, version: string): SarifRule[] {
  return listRules(catalogue).map((rule) => {
    const definitions = definitionsOf(rule, catalogue);
    return {
      id: `gdpr/${rule.id}`,
      name: rule.title,
      shortDescription: { text: rule.title },
      fullDescription: { text: rule.description },
      help: helpOf(rule, definitions[0]),
      helpUri: docsUrlOf(rule.id, version),
      defaultConfiguration: { level: levelOf(definitions) },
      properties: { tags: ["gdpr", ...rule.law.map((law) => `Art. ${law}`)] },
    };
  });
}

/** One for each requirement that a finding is about, so that each can be followed for itself. */
export function namedFingerprints(
  ruleId: string,
  requirements: readonly string[],
  fingerprints: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    fingerprints.map((value, index) => [`${requirements[index] ?? ruleId}/v1`, value]),
  );
}

/** The findings of files that could be read. */
export function sarifFindings(files: readonly FileReport[]): SarifFinding[] {
  return files.flatMap((read) => {
    if ("error" in read) return [];
    const { source } = read.subject.analysis.document;
    return read.findings.map(
      ({ ruleId, severity, message, range, requirements, fingerprints, suppressed }) => ({
        ruleId: `gdpr/${ruleId}`,
        severity,
        message,
        file: read.file,
        range,
        start: locate(source, range[0]),
        end: locate(source, range[1]),
        fingerprints: namedFingerprints(ruleId, requirements, fingerprints),
        suppressed,
      }),
    );
  });
}

const root = "%SRCROOT%";

/** A path from the root is joined to it by the reader; an absolute one stands for itself. */
function artifactOf(file: string): { uri: string; uriBaseId?: string } {
  const uri = file.split("/").map(encodeURIComponent).join("/");
  if (/^[A-Za-z]:\//.test(file)) return { uri: `file:///${uri.replace("%3A", ":")}` };
  return file.startsWith("/") ? { uri: `file://${uri}` } : { uri, uriBaseId: root };
}

/** Brackets before a parenthesis would be read as a link. */
const messageText = (text: string): string => text.replace(/\[(?=[^[\]]*\]\()/g, "\\[");

function resultOf(finding: SarifFinding, rules: readonly SarifRule[]): object {
  const { ruleId, severity, message, file, range, start, end, fingerprints, suppressed } = finding;
  return {
    ruleId,
    ruleIndex: rules.findIndex(({ id }) => id === ruleId),
    level: level[severity],
    message: { text: messageText(message) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifactOf(file),
          region: {
            startLine: start.line,
            startColumn: start.column,
            endLine: end.line,
            endColumn: end.column,
            charOffset: range[0],
            charLength: range[1] - range[0],
          },
        },
      },
    ],
    ...(Object.keys(fingerprints).length > 0 ? { partialFingerprints: fingerprints } : {}),
    // A list, though empty, tells readers that suppression was looked for.
    suppressions:
      suppressed === null
        ? []
        : [
            {
              kind: "inSource",
              ...(suppressed.reason === null ? {} : { justification: suppressed.reason }),
            },
          ],
  };
}

/**
 * A SARIF 2.1.0 log of one run.
 * @param rules of the driver; a finding of another program's rule adds one that has only a name
 * @param unread files that could not be read, each with the reason
 */
export function sarifLog(
  version: string,
  rules: readonly SarifRule[],
  found: readonly SarifFinding[],
  unread: readonly { file: string; error: string }[] = [],
): object {
  const known = new Set(rules.map(({ id }) => id));
  const others = [...new Set(found.map(({ ruleId }) => ruleId))].filter((id) => !known.has(id));
  const all = [...rules, ...others.map((id) => ({ id, name: id, shortDescription: { text: id } }))];
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "gdprlint",
            version,
            semanticVersion: version,
            informationUri: "https://www.npmjs.com/package/textlint-rule-preset-gdpr",
            rules: all,
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [root]: { description: { text: "The root of the repository." } } },
        invocations: [
          {
            executionSuccessful: unread.length === 0,
            toolExecutionNotifications: unread.map(({ file, error }) => ({
              level: "error",
              message: { text: messageText(`${file}: ${error}`) },
              locations: [{ physicalLocation: { artifactLocation: artifactOf(file) } }],
            })),
          },
        ],
        results: found.map((finding) => resultOf(finding, all)),
      },
    ],
  };
}
