import type { TextlintRuleModule } from "@textlint/kernel";
import { loadCatalogue } from "../catalogue/data.js";
import type { PresetDefinition } from "../catalogue/types.js";
import { documentRule, type FindingContext, listRules, type RuleInfo } from "../findings/index.js";
import { packageVersion } from "../settings/index.js";
import { createRule, failedRule } from "./rule.js";

export interface TextlintPreset {
  rules: Record<string, TextlintRuleModule>;
  rulesConfig: Record<string, boolean | { severity: string }>;
}

/** What textlint is told about a rule: on, off, or on at another severity. */
export function ruleConfig(preset: PresetDefinition, rule: RuleInfo): boolean | { severity: string } {
  const chosen = preset.rules[rule.id] ?? "default";
  if (chosen === "off") return false;
  return chosen === "default" ? true : { severity: chosen };
}

/**
 * A preset as textlint wants it. textlint swallows what is thrown while a
 * preset loads ("No rules found"), so a failure becomes a rule that tells it.
 * @param presetId file name in presets/
 */
export function createPreset(presetId: string): TextlintPreset {
  try {
    const catalogue = loadCatalogue();
    const preset = catalogue.presets.find(({ id }) => id === presetId);
    if (!preset) throw new Error(`there is no preset ${presetId}`);
    const context: FindingContext = { catalogue, profile: preset, locale: "en", version: packageVersion() };
    const rules = listRules(catalogue);
    return {
      rules: Object.fromEntries(rules.map((rule) => [rule.id, createRule(rule, context)])),
      rulesConfig: Object.fromEntries(rules.map((rule) => [rule.id, ruleConfig(preset, rule)])),
    };
  } catch (error) {
    const message = `The rules of gdprlint could not be loaded: ${(error as Error).message}`;
    return { rules: { [documentRule]: failedRule(message) }, rulesConfig: { [documentRule]: true } };
  }
}
