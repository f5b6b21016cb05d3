import { resolve } from "node:path";
import type { TextlintResult } from "@textlint/kernel";
import { loadCatalogue } from "./catalogue/data.js";
import type { Severity } from "./catalogue/types.js";
import { namedFingerprints, type SarifFinding, sarifLog, sarifRules } from "./report/index.js";
import { pathFromRoot, repositoryRoot } from "./repository.js";
import { packageVersion } from "./settings/index.js";

type Message = TextlintResult["messages"][number];

/** textlint counts severities. */
const severities: Record<number, Severity> = { 1: "warning", 2: "error", 3: "info" };

/** Of our own rules: what a finding carries besides its message. */
interface Data {
  requirements: string[];
  fingerprints: string[];
}

/** The same rule has one id, whichever preset ran it. */
const ruleIdOf = (ruleId: string): string => ruleId.replace(/^gdpr\/[a-z0-9-]+\/(?=[a-z])/, "gdpr/");

function findingOf({ ruleId, severity, message, range, loc, data }: Message, file: string): SarifFinding {
  const own = ruleIdOf(ruleId);
  const { requirements = [], fingerprints = [] } = (data ?? {}) as Partial<Data>;
  return {
    ruleId: own,
    severity: severities[severity] ?? "error",
    message,
    file,
    range,
    start: loc.start,
    end: loc.end,
    fingerprints: own.startsWith("gdpr/")
      ? namedFingerprints(own.slice("gdpr/".length), requirements, fingerprints)
      : {},
    suppressed: null,
  };
}

/** Formatter of textlint: `textlint -f textlint-rule-preset-gdpr/sarif`. */
export default function sarif(results: readonly TextlintResult[]): string {
  const folder = resolve(".");
  const root = repositoryRoot(folder);
  const version = packageVersion();
  const found = results.flatMap(({ filePath, messages }) =>
    messages.map((message) => findingOf(message, pathFromRoot(root, folder, filePath))),
  );
  return JSON.stringify(sarifLog(version, sarifRules(loadCatalogue(), version), found), null, 2);
}
