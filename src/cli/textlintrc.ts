import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Catalogue } from "../catalogue/types.js";
import { listRules, readOptions } from "../findings/index.js";

const names = [".textlintrc", ".textlintrc.json", ".textlintrc.yaml", ".textlintrc.yml"];

/** What .textlintrc says about this package's rules. */
export interface TextlintOptions {
  file: string;
  /** Preset id -> what is written for it: true, false or options by rule id. */
  presets: ReadonlyMap<string, unknown>;
  /** Why the file could not be used, in one line each. */
  problems: string[];
}

/** JSON with comments is YAML once its comments are gone. */
function withoutComments(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (part) =>
    part.startsWith("/") ? part.replace(/[^\n]/g, " ") : part,
  );
}

function presetId(key: string): string | null {
  const found = /^(?:textlint-rule-)?preset-gdpr(?:\/([a-z0-9-]+))?$/.exec(key);
  return found ? (found[1] ?? "recommended") : null;
}

/** Looks upwards from a folder, as textlint does; null where there is no such file. */
export async function readTextlintrc(folder: string, catalogue: Catalogue): Promise<TextlintOptions | null> {
  let file: string | undefined;
  for (let at = resolve(folder); ; at = dirname(at)) {
    file = names.map((name) => join(at, name)).find((path) => existsSync(path));
    if (file !== undefined || dirname(at) === at) break;
  }
  if (file === undefined) return null;
  const text = readFileSync(file, "utf8");
  const presets = new Map<string, unknown>();
  const problems: string[] = [];
  // A file that only textlint needs is not worth loading a parser for.
  if (!text.includes("preset-gdpr")) return { file, presets, problems };
  const { parse } = await import("yaml");
  let config: unknown;
  try {
    config = text.trimStart().startsWith("{") ? parse(withoutComments(text)) : parse(text);
  } catch (error) {
    problems.push(`${file}: ${(error as Error).message.split("\n")[0]!.replace(/:$/, "")}.`);
    return { file, presets, problems };
  }
  const rules = (config as { rules?: unknown } | null)?.rules;
  if (typeof rules !== "object" || rules === null) return { file, presets, problems };
  const known = new Map(listRules(catalogue).map((rule) => [rule.id, rule]));
  for (const [key, value] of Object.entries(rules)) {
    const id = presetId(key);
    if (id === null) continue;
    presets.set(id, value);
    if (typeof value !== "object" || value === null) continue;
    for (const [ruleId, options] of Object.entries(value)) {
      const rule = known.get(ruleId);
      if (!rule) {
        const hint = catalogue.requirements.find(({ id: member }) => member === ruleId)?.group;
        problems.push(
          `${file}: There is no rule ${ruleId}${hint === undefined ? "" : `; it is part of ${hint}`}. The rules are ${[...known.keys()].join(", ")}.`,
        );
      } else if (options !== false) {
        problems.push(...readOptions(rule, options).problems.map((problem) => `${file}: ${problem}`));
      }
    }
  }
  return { file, presets, problems };
}
