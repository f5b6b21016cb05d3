import type { Range } from "../document/types.js";

export type Disclosure = "made" | "vague" | "none" | "unassessed";
export type Stance = "does" | "does-not";
export type Due = "yes" | "no" | "unknown";

/** A passage on which a verdict rests. Lines and columns are 1-based, ends exclusive. */
export interface Evidence {
  /** Index of the clause in `made`, or in `vague`; -1 where a fact is the reason. */
  clause: number;
  /** Text of the nearest heading above; empty before the first. */
  section: string;
  range: Range;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  /** The range with white space collapsed. */
  text: string;
}

export interface RequirementAssessment {
  id: string;
  law: string[];
  disclosure: Disclosure;
  stance: Stance;
  due: Due;
  /** The triggering passage, or the name and value of the fact ("dpo: exists"). */
  dueBecause: Evidence | { fact: string } | null;
  /** Best first; empty where disclosure is none or unassessed. */
  evidence: Evidence[];
}

export interface WordingAssessment extends Evidence {
  id: string;
  /** Value of the entity that was found, where it has one: id of the dead law, date. */
  value?: string;
}

export interface Fact {
  type: "recipient" | "period" | "country" | "purpose" | "basis" | "data" | "authority" | "date";
  value: string;
  range: Range;
  section: string;
  row: number | null;
}

export type AssessmentStatus = "assessed" | "not-a-policy" | "unsupported-language";

export interface Assessment {
  status: AssessmentStatus;
  language: string | null;
  /** Every requirement of the catalogue, in its order. */
  requirements: RequirementAssessment[];
  facts: Fact[];
  wording: WordingAssessment[];
}
