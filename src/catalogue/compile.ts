/** Build step: node dist/catalogue/compile.js checks all data files and writes dist/data. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { catalogueFrom } from "./from-source.js";
import { DataError, formatProblem } from "./problem.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

try {
  const { catalogue, reference, languages } = catalogueFrom(root);
  const data = join(root, "dist/data");
  const write = (name: string, value: unknown): void =>
    writeFileSync(join(data, name), `${JSON.stringify(value)}\n`);

  rmSync(data, { recursive: true, force: true });
  mkdirSync(join(data, "languages"), { recursive: true });
  write("catalogue.json", catalogue);
  write("reference.json", reference);
  for (const [code, language] of Object.entries(languages)) write(`languages/${code}.json`, language);
} catch (error) {
  if (!(error instanceof DataError)) throw error;
  for (const problem of error.problems) process.stderr.write(`${formatProblem(problem)}\n`);
  process.exitCode = 1;
}
