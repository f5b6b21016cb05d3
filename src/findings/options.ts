import type { Severity } from "../catalogue/types.js";
import type { RuleInfo, RuleOptions } from "./types.js";

type OptionName = "allows" | "fact" | "severity" | "vague" | "waive";

export const severities: readonly Severity[] = ["error", "warning", "info"];

/** The names of the options that a rule takes. */
export function optionNames(rule: RuleInfo): OptionName[] {
  const names: OptionName[] = ["severity"];
  if (rule.kind !== "document") names.push("allows");
  if (rule.fact !== null) names.push("fact");
  if (rule.kind === "requirement" || rule.kind === "group") names.push("vague");
  if (rule.kind === "group") names.push("waive");
  return names.sort();
}

export const defaultOptions: RuleOptions = {
  severity: null,
  allowed: () => false,
  vague: true,
  fact: null,
  waive: [],
};

/** A text, or a regular expression between slashes: "as long as you like", "/as long as .* like/i". */
function compilePattern(pattern: string): (passage: string) => boolean {
  const expression = /^\/(.+)\/([a-z]*)$/s.exec(pattern);
  if (expression) {
    const compiled = new RegExp(expression[1]!, expression[2]!.replace("g", ""));
    return (passage) => compiled.test(passage);
  }
  const wanted = pattern.toLowerCase().replace(/\s+/g, " ");
  return (passage) => passage.toLowerCase().includes(wanted);
}

const show = (value: unknown): string => (typeof value === "string" ? `“${value}”` : JSON.stringify(value));

const listOfTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === "string" && entry !== "");

/**
 * Reads what a user wrote for a rule.
 * @returns the options that are in order, and one sentence for each that is not
 */
export function readOptions(rule: RuleInfo, written: unknown): { options: RuleOptions; problems: string[] } {
  const options: { -readonly [K in keyof RuleOptions]: RuleOptions[K] } = { ...defaultOptions };
  const problems: string[] = [];
  if (written === true || written === undefined || written === null) return { options, problems };
  const valid = optionNames(rule);
  if (typeof written !== "object" || Array.isArray(written)) {
    problems.push(
      `The options of rule ${rule.id} must be true, false or an object with any of ${valid.join(", ")}, not ${show(written)}.`,
    );
    return { options, problems };
  }
  const reject = (name: string, value: unknown, wanted: string): void => {
    problems.push(`Option ${name} of rule ${rule.id} must be ${wanted}, not ${show(value)}.`);
  };
  for (const [name, value] of Object.entries(written)) {
    if (!(valid as string[]).includes(name)) {
      problems.push(`Rule ${rule.id} has no option ${name}. Its options are ${valid.join(", ")}.`);
      continue;
    }
    switch (name as OptionName) {
      case "severity":
        if (severities.includes(value as Severity)) options.severity = value as Severity;
        else reject(name, value, "error, warning or info");
        break;
      case "vague":
        if (typeof value === "boolean") options.vague = value;
        else reject(name, value, "true or false");
        break;
      case "fact":
        if (value === "none" || value === "exists") options.fact = value;
        else reject(name, value, "none or exists");
        break;
      case "waive":
        if (listOfTexts(value) && value.every((entry) => rule.members.includes(entry))) options.waive = value;
        else reject(name, value, `a list with any of ${rule.members.join(", ")}`);
        break;
      case "allows":
        if (listOfTexts(value)) {
          try {
            const patterns = value.map(compilePattern);
            options.allowed = (passage) => patterns.some((pattern) => pattern(passage));
          } catch (error) {
            reject(name, value, `a list of texts or regular expressions (${(error as Error).message})`);
          }
        } else reject(name, value, "a list of texts or regular expressions between slashes");
        break;
    }
  }
  return { options, problems };
}
