/** The types of the data files, inferred from the schemas; no run-time code. */
import type { z } from "zod";
import type * as schema from "./schema.js";

export type Scope = z.infer<typeof schema.scope>;
export type Clause = z.infer<typeof schema.clause>;
export type Severity = z.infer<typeof schema.severity>;
export type RequirementDefinition = z.infer<typeof schema.requirement>;
export type GroupDefinition = z.infer<typeof schema.group>;
export type WordingDefinition = z.infer<typeof schema.wording>;
export type LanguageDefinition = z.infer<typeof schema.language>;
export type ConceptPhrases = z.infer<typeof schema.conceptPhrases>;
export type ExamplesDefinition = z.infer<typeof schema.examples>;
export type DocumentRules = z.infer<typeof schema.documentRules>;
export type PresetDefinition = z.infer<typeof schema.preset>;
export type CoverageDefinition = z.infer<typeof schema.coverage>;
export type AuthoritiesDefinition = z.infer<typeof schema.authorities>;
export type CountriesDefinition = z.infer<typeof schema.countries>;
export type LegalFormsDefinition = z.infer<typeof schema.legalForms>;
export type VendorsDefinition = z.infer<typeof schema.vendors>;
export type DeadLawDefinition = z.infer<typeof schema.deadLaw>;
export type ConfigDefinition = z.infer<typeof schema.config>;

/** Everything that holds in every language, as a run loads it. */
export interface ReferenceData {
  authorities: AuthoritiesDefinition["authorities"];
  countries: CountriesDefinition;
  legalForms: LegalFormsDefinition["forms"];
  vendors: VendorsDefinition["vendors"];
  deadLaw: DeadLawDefinition["entries"];
}

/** Law and presets, as a run loads them. */
export interface Catalogue {
  requirements: RequirementDefinition[];
  groups: GroupDefinition[];
  wording: WordingDefinition[];
  presets: PresetDefinition[];
  document: DocumentRules;
  /** Id of a dead law → the day on which it died. */
  deaths: Record<string, string>;
  /** Language codes that have a file. */
  languages: string[];
}

/** One language, as a run loads it. */
export interface LanguageData extends LanguageDefinition {
  /** Country code -> its name in this language, from the CLDR. */
  countryNames: Record<string, string>;
  /** Rule id -> the first good example, shown as model sentence. */
  models: Record<string, string>;
}
