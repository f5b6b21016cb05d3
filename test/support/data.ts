import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { examples } from "../../src/catalogue/schema.js";
import type { ExamplesDefinition } from "../../src/catalogue/types.js";

const root = new URL("../../", import.meta.url);

/** The example passages of a language, or null where it has none yet. */
export function examplesOf(language: string): ExamplesDefinition | null {
  const file = new URL(`rules/examples/${language}.yml`, root);
  return existsSync(file) ? examples.parse(parse(readFileSync(file, "utf8"))) : null;
}
