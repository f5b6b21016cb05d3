export { drawRange } from "./drawing.js";
export { githubCommands } from "./github.js";
export { type GitlabIssue, gitlabReport } from "./gitlab.js";
export { type JsonDocument, type JsonReport, jsonReport } from "./json.js";
export { clip, pad, wrap } from "./layout.js";
export { escapeMarkdown, markdownSummary } from "./markdown.js";
export {
  namedFingerprints,
  type SarifFinding,
  sarifFindings,
  sarifLog,
  sarifRules,
} from "./sarif.js";
export { tableReport } from "./table.js";
export { type FileReport, type Paint, plain, type ReportedFinding } from "./types.js";
