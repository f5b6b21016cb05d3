/**
 * Reads every data file of the project from its YAML: the raw material of
 * check.ts and compile.ts. A file that cannot be used becomes problems in
 * `Sources.problems`, so that one run lists the faults of all files.
 */
import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { z } from "zod";
import { type Loaded, loadData } from "./load.js";
import { DataError, type Problem } from "./problem.js";
import * as schema from "./schema.js";

/** Folder or file below the root -> the schema of its files. The JSON Schemas follow this list too. */
export const DATA_FILES = {
  requirement: { where: "rules/requirements", schema: schema.requirement },
  group: { where: "rules/groups", schema: schema.group },
  wording: { where: "rules/wording", schema: schema.wording },
  language: { where: "rules/languages", schema: schema.language },
  examples: { where: "rules/examples", schema: schema.examples },
  preset: { where: "presets", schema: schema.preset },
  concepts: { where: "rules/concepts.yml", schema: schema.concepts },
  document: { where: "rules/document.yml", schema: schema.documentRules },
  coverage: { where: "rules/coverage.yml", schema: schema.coverage },
  authorities: { where: "rules/reference/authorities.yml", schema: schema.authorities },
  countries: { where: "rules/reference/countries.yml", schema: schema.countries },
  "legal-forms": { where: "rules/reference/legal-forms.yml", schema: schema.legalForms },
  vendors: { where: "rules/reference/vendors.yml", schema: schema.vendors },
  "dead-law": { where: "rules/reference/dead-law.yml", schema: schema.deadLaw },
} as const;

type Read<S extends z.ZodType> = Loaded<z.infer<S>>;

/** Every data file that could be read; lists are in the order of the file names. */
export interface Sources {
  requirements: Read<typeof schema.requirement>[];
  groups: Read<typeof schema.group>[];
  wording: Read<typeof schema.wording>[];
  languages: Read<typeof schema.language>[];
  examples: Read<typeof schema.examples>[];
  presets: Read<typeof schema.preset>[];
  concepts: Read<typeof schema.concepts> | null;
  document: Read<typeof schema.documentRules> | null;
  coverage: Read<typeof schema.coverage> | null;
  authorities: Read<typeof schema.authorities> | null;
  countries: Read<typeof schema.countries> | null;
  legalForms: Read<typeof schema.legalForms> | null;
  vendors: Read<typeof schema.vendors> | null;
  deadLaw: Read<typeof schema.deadLaw> | null;
  /** Files that are there but cannot be used. */
  problems: Problem[];
}

/** Reads all data files below `root`, the folder that holds rules/ and presets/. Never throws DataError. */
export function readSources(root: string): Sources {
  const problems: Problem[] = [];

  const read = <S extends z.ZodType>(entry: { schema: S }, shown: string): Read<S> | null => {
    try {
      return loadData(entry.schema, join(root, shown), shown);
    } catch (error) {
      if (!(error instanceof DataError)) throw error;
      problems.push(...error.problems);
      return null;
    }
  };
  const one = <S extends z.ZodType>(entry: { where: string; schema: S }): Read<S> | null =>
    existsSync(join(root, entry.where)) ? read(entry, entry.where) : null;
  const all = <S extends z.ZodType>(entry: { where: string; schema: S }): Read<S>[] =>
    yamlFiles(root, entry.where).flatMap((file) => read(entry, file) ?? []);

  return {
    requirements: all(DATA_FILES.requirement),
    groups: all(DATA_FILES.group),
    wording: all(DATA_FILES.wording),
    languages: all(DATA_FILES.language),
    examples: all(DATA_FILES.examples),
    presets: all(DATA_FILES.preset),
    concepts: one(DATA_FILES.concepts),
    document: one(DATA_FILES.document),
    coverage: one(DATA_FILES.coverage),
    authorities: one(DATA_FILES.authorities),
    countries: one(DATA_FILES.countries),
    legalForms: one(DATA_FILES["legal-forms"]),
    vendors: one(DATA_FILES.vendors),
    deadLaw: one(DATA_FILES["dead-law"]),
    problems,
  };
}

/** The YAML files of a folder, as paths relative to `root` with "/", sorted by name. */
export function yamlFiles(root: string, folder: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(".yml"))
    .sort()
    .map((name) => `${folder}/${name}`);
}

/** "en" of "rules/languages/en.yml". */
export function stem(file: string): string {
  return basename(file, ".yml");
}

/** The rules a user can switch: requirements by their id or their group, then wording. In the order of the files. */
export function ruleIds(sources: Pick<Sources, "requirements" | "wording">): string[] {
  return [
    ...new Set([
      ...sources.requirements.map(({ value }) => value.group ?? value.id),
      ...sources.wording.map(({ value }) => value.id),
    ]),
  ];
}
