/** The compiled data at run time: read once, when first asked for. Neither yaml nor zod is on this path. */
import { readFileSync } from "node:fs";
import type { Catalogue, LanguageData, ReferenceData } from "./types.js";

// Both src/catalogue and dist/catalogue lie two levels below the package.
const folder = new URL("../../dist/data/", import.meta.url);

const cache = new Map<string, unknown>();

function read<T>(name: string): T {
  if (!cache.has(name)) {
    let text: string;
    try {
      text = readFileSync(new URL(name, folder), "utf8");
    } catch (error) {
      throw new Error(`compiled rule data is missing (dist/data/${name}); run "npm run build"`, {
        cause: error,
      });
    }
    cache.set(name, JSON.parse(text));
  }
  return cache.get(name) as T;
}

/** A language's compiled concepts, as src/lexicon/compile.ts made them; treat as read-only, it is shared. */
export function loadLexiconData<T>(code: string): T {
  return read(`lexicons/${code}.json`);
}

/** Requirements, wording rules, presets and language codes; treat as read-only, it is shared. */
export function loadCatalogue(): Catalogue {
  return read("catalogue.json");
}

/** Authorities, countries, legal forms, vendors, dead law; treat as read-only, it is shared. */
export function loadReference(): ReferenceData {
  return read("reference.json");
}

/** One language of `loadCatalogue().languages`, by its ISO 639-1 code. Throws an Error for any other. */
export function loadLanguage(code: string): LanguageData {
  const { languages } = loadCatalogue();
  if (!languages.includes(code)) {
    throw new Error(`no rules for the language "${code}"; there are ${languages.join(", ") || "none"}`);
  }
  return read(`languages/${code}.json`);
}
