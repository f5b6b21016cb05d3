import type { Analysis } from "../assess/index.js";
import type { Disclosure, Due, Evidence, RequirementAssessment } from "../assess/types.js";
import type { PresetDefinition, Severity } from "../catalogue/types.js";
import type { Range } from "../document/types.js";

export type FindingKind = "none" | "vague" | "unknown" | "wording" | "document";

/** The parts of a message, for outputs that lay them out themselves. */
export interface FindingText {
  what: string;
  /** The passage that the finding is about, white space collapsed. */
  passage: string | null;
  why: string;
  write: string;
  /** A model sentence in the policy's language. */
  model: string | null;
  /** The passage or fact that makes the duty due, where not every policy has to have it. */
  because: { line: number; passage: string } | { fact: string } | null;
  /** "Art. 13(2)(a)", or null where no article is concerned. */
  article: string | null;
}

/** One finding, as every output shows it. */
export interface Finding {
  /** Bare id of the rule: "retention-period". */
  ruleId: string;
  kind: FindingKind;
  title: string;
  /** Ids of the requirements that it is about; empty for wording. */
  requirements: string[];
  law: string[];
  severity: Severity;
  /** One line. */
  message: string;
  text: FindingText;
  range: Range;
  docsUrl: string;
  /** One for each requirement, or one; stable while the passage stays the same. */
  fingerprints: string[];
}

/** What a rule is and which options it takes. */
export interface RuleInfo {
  id: string;
  kind: "requirement" | "group" | "wording" | "document";
  title: string;
  description: string;
  law: string[];
  /** Requirement ids that the rule reports. */
  members: string[];
  /** Key of the facts file that says whether the duty is due. */
  fact: string | null;
}

/** Options of one rule, checked, with their defaults filled in. */
export interface RuleOptions {
  /** Replaces the severity of all findings of the rule. */
  severity: Severity | null;
  /** Whether a passage is in order here. */
  allowed: (passage: string) => boolean;
  vague: boolean;
  fact: "none" | "exists" | null;
  waive: readonly string[];
}

/** What a preset says to every rule. */
export type Profile = Pick<PresetDefinition, "article" | "unknown" | "rules">;

/** How a requirement stands over all files of a notice. */
export interface NoticeRequirement {
  disclosure: Disclosure;
  due: Due;
  /** In this file; null where another file speaks for the notice. */
  dueBecause: RequirementAssessment["dueBecause"];
  /** Evidence in this file; empty where another file speaks for the notice. */
  evidence: Evidence[];
  /** Whether this is the file at which it is reported. */
  reportedHere: boolean;
}

/** One file, read together with the other files of its notice. */
export interface Subject {
  analysis: Analysis;
  /** As its assessment's, but assessed for every file that a notice names. */
  status: Analysis["assessment"]["status"];
  requirements: ReadonlyMap<string, NoticeRequirement>;
  /** Wording that another file of the notice holds. */
  wordingElsewhere: ReadonlySet<string>;
  /** Whether this is the file at which missing wording is reported. */
  leads: boolean;
  /** What holds now in place of what a wording names, by the value of its entity. */
  successor: (value: string) => string | null;
  /** Model sentence of a rule in the policy's language. */
  model: (ruleId: string) => string | null;
}
