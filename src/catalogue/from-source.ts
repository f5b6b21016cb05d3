/** YAML -> the data that a run loads, in memory; compile.ts writes it to dist/data. */
import { checkReferences } from "./check.js";
import { DataError, type Problem } from "./problem.js";
import { readSources, type Sources } from "./source.js";
import type { Catalogue, LanguageData, ReferenceData } from "./types.js";

/** All data of a run: what catalogue.json, reference.json and languages/*.json hold. */
export interface CompiledData {
  catalogue: Catalogue;
  reference: ReferenceData;
  /** Language code -> its data. */
  languages: Record<string, LanguageData>;
}

/**
 * Compiles the YAML below `root` (the folder that holds rules/ and presets/)
 * without writing anything. Throws DataError with every problem of every file.
 */
export function catalogueFrom(root: string): CompiledData {
  const sources = readSources(root);
  const problems = checkSources(sources);
  if (problems.length > 0) throw new DataError(problems);
  return compileSources(sources);
}

/** Every problem of the files and of their references to each other. */
export function checkSources(sources: Sources): Problem[] {
  // A file that cannot be used makes references to it look broken: those wait until it is repaired.
  return sources.problems.length > 0 ? sources.problems : checkReferences(sources);
}

export function compileSources(sources: Sources): CompiledData {
  const examples = new Map(sources.examples.map(({ value }) => [value.language, value]));
  const languages = sources.languages.map(({ value }): [string, LanguageData] => {
    const own = examples.get(value.language);
    const models = Object.entries({ ...own?.requirements, ...own?.wording }).map(([id, { good }]) => {
      const first = good[0]!;
      return [id, typeof first === "string" ? first : first.text];
    });
    return [
      value.language,
      { ...value, countryNames: countryNames(value.language), models: Object.fromEntries(models) },
    ];
  });
  return {
    catalogue: {
      requirements: sources.requirements.map(({ value }) => value),
      groups: sources.groups.map(({ value }) => value),
      wording: sources.wording.map(({ value }) => value),
      presets: sources.presets.map(({ value }) => value),
      document: sources.document?.value ?? { policy: [], facts: [] },
      deaths: Object.fromEntries((sources.deadLaw?.value.entries ?? []).map(({ id, died }) => [id, died])),
      languages: sources.languages.map(({ value }) => value.language),
    },
    reference: {
      authorities: sources.authorities?.value.authorities ?? [],
      countries: sources.countries?.value ?? { eea: [], adequate: [], aliases: {}, ambiguous: [] },
      legalForms: sources.legalForms?.value.forms ?? [],
      vendors: sources.vendors?.value.vendors ?? [],
      deadLaw: sources.deadLaw?.value.entries ?? [],
    },
    languages: Object.fromEntries(languages),
  };
}

/** Codes of the CLDR that are no country: unions, unknown and made-up regions. */
const NO_COUNTRY = new Set(["EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"]);

/** ISO 3166-1 code -> the country's name in `language`, from the CLDR that comes with Node. */
export function countryNames(language: string): Record<string, string> {
  const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const entries = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !NO_COUNTRY.has(code) && new Intl.Locale(`und-${code}`).region === code)
    .flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [[code, name] as const];
    });
  return Object.fromEntries(entries);
}
