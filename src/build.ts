/** Build step: node dist/build.js checks all data files, compiles the lexicons and writes dist/data. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { catalogueFrom } from "./catalogue/from-source.js";
import { DataError, formatProblem, type Problem } from "./catalogue/problem.js";
import { yamlFiles } from "./catalogue/source.js";
import type { LanguageData, ReferenceData } from "./catalogue/types.js";
import { type CompiledLexicon, compileLexicon, PhraseError } from "./lexicon/index.js";

const root = fileURLToPath(new URL("../", import.meta.url));

/** @throws DataError where a phrase is at fault, at its place in the language file or the reference data. */
function lexiconOf(language: LanguageData, reference: ReferenceData): CompiledLexicon {
  try {
    return compileLexicon(language, reference);
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error;
    const files = [`rules/languages/${language.language}.yml`, ...yamlFiles(root, "rules/reference")];
    throw new DataError([placeOf(error, files)]);
  }
}

/** The first line that holds the phrase; the top of the first file where none does. */
function placeOf({ phrase, message }: PhraseError, files: readonly string[]): Problem {
  for (const file of files) {
    for (const [i, text] of readFileSync(join(root, file), "utf8").split("\n").entries()) {
      const at = text.indexOf(phrase);
      if (at >= 0) return { file, line: i + 1, column: at + 1, path: "", what: message };
    }
  }
  return { file: files[0]!, line: 1, column: 1, path: "", what: message };
}

try {
  const { catalogue, reference, languages } = catalogueFrom(root);
  const data = join(root, "dist/data");
  const write = (name: string, value: unknown): void =>
    writeFileSync(join(data, name), `${JSON.stringify(value)}\n`);

  rmSync(data, { recursive: true, force: true });
  for (const folder of ["languages", "lexicons"]) mkdirSync(join(data, folder), { recursive: true });
  write("catalogue.json", catalogue);
  write("reference.json", reference);
  for (const [code, language] of Object.entries(languages)) {
    write(`languages/${code}.json`, language);
    write(`lexicons/${code}.json`, lexiconOf(language, reference));
  }
} catch (error) {
  if (!(error instanceof DataError)) throw error;
  for (const problem of error.problems) process.stderr.write(`${formatProblem(problem)}\n`);
  process.exitCode = 1;
}
