import { loadCatalogue } from "../../src/catalogue/data.js";
import type { Catalogue, PresetDefinition } from "../../src/catalogue/types.js";
import { listRules } from "../../src/findings/index.js";
import { createRule } from "../../src/textlint/index.js";

export const catalogue = loadCatalogue();

/** A rule of the catalogue as a preset with these severities makes it. */
export function rule(id: string, severities: PresetDefinition["rules"], from: Catalogue) {
  const info = listRules(from).find((candidate) => candidate.id === id)!;
  const profile = { article: "both", unknown: "silent", rules: severities } as const;
  return createRule(info, { catalogue: from, profile, locale: "en", version: "0.0.0" });
}
