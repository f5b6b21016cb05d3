export type { FindingContext } from "./build.js";
export { findings, ruleFindings } from "./build.js";
export { docsUrlOf, headline, inReadingOrder } from "./compose.js";
export { noticeSubjects, type Sources, subjectOf } from "./notice.js";
export { defaultOptions, optionNames, readOptions, severities } from "./options.js";
export { documentRule, listRules } from "./rules.js";
export type {
  Finding,
  FindingKind,
  FindingText,
  Profile,
  RuleInfo,
  RuleOptions,
  Subject,
} from "./types.js";
