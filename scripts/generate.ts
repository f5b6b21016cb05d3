/**
 * Writes what is made from the data and by the built program: schemas/, docs/rules/ and
 * the marked parts of README.md.
 *
 *   npm run generate         writes the files, and removes those of rules that are gone
 *   npm run generate:check   writes nothing; ends with 1 where a file is stale
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkSources } from "../src/catalogue/from-source.js";
import { formatProblem } from "../src/catalogue/problem.js";
import { readSources } from "../src/catalogue/source.js";
import { docFiles } from "./generate-docs.js";
import { readmeFiles } from "./generate-readme.js";
import { schemaFiles } from "./generate-schemas.js";

const root = fileURLToPath(new URL("../", import.meta.url));
/** Folders that hold nothing but generated files. */
const FOLDERS = ["schemas", "docs/rules"];

function main(check: boolean): number {
  const sources = readSources(root);
  const problems = checkSources(sources);
  for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);
  if (problems.length > 0) return 1;

  const wanted = new Map([...schemaFiles(), ...docFiles(sources), ...readmeFiles()]);
  const stale = [...wanted].filter(([file, content]) => contentOf(file) !== content).map(([file]) => file);
  const left = FOLDERS.flatMap((folder) =>
    (existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []).map(
      (name) => `${folder}/${name}`,
    ),
  ).filter((file) => !wanted.has(file));
  if (check) {
    for (const file of [...stale, ...left])
      process.stderr.write(`${file} is stale; run "npm run generate"\n`);
    return stale.length + left.length > 0 ? 1 : 0;
  }
  for (const file of left) rmSync(join(root, file));
  for (const file of stale) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), wanted.get(file)!);
  }
  return 0;
}

function contentOf(file: string): string | null {
  const path = join(root, file);
  // Git may check text files out with CRLF.
  return existsSync(path) ? readFileSync(path, "utf8").replaceAll("\r\n", "\n") : null;
}

process.exitCode = main(process.argv.includes("--check"));
