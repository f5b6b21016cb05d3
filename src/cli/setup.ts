import { relative } from "node:path";
import { loadCatalogue } from "../catalogue/data.js";
import type { Catalogue, ConfigDefinition, PresetDefinition } from "../catalogue/types.js";
import { defaultOptions, type RuleInfo, type RuleOptions, readOptions } from "../findings/index.js";
import {
  fileLayer,
  findConfigFile,
  type Layer,
  presetProblem,
  type ResolvedSettings,
  readConfigFile,
  resolveSettings,
  showProblem,
} from "../settings/index.js";
import { readTextlintrc, type TextlintOptions } from "./textlintrc.js";

/** A mistake in how the command was called or configured; the command ends with 2. */
export class UsageError extends Error {}

export const defaultPreset = "recommended";

export interface Flags {
  preset?: string;
  lang?: string;
}

/** All that holds for every file of a run. */
export interface Setup {
  catalogue: Catalogue;
  /** Stronger than a file's front matter. */
  above: (Layer & { base?: string })[];
  /** Weaker than a file's front matter. */
  below: Layer[];
  textlintrc: TextlintOptions | null;
}

/**
 * Reads the settings of a run.
 * @throws UsageError where one of them is wrong
 */
export async function readSetup(flags: Flags, folder: string): Promise<Setup> {
  const catalogue = loadCatalogue();
  if (flags.lang !== undefined && !catalogue.languages.includes(flags.lang))
    throw new UsageError(
      `--lang ${flags.lang}: there are no rules for this language. Known are ${catalogue.languages.join(", ")}.`,
    );
  const given: ConfigDefinition = {
    ...(flags.lang === undefined ? {} : { language: flags.lang }),
    ...(flags.preset === undefined ? {} : { preset: flags.preset }),
  };
  const named = flags.preset === undefined ? null : presetProblem(flags.preset, catalogue);
  if (named !== null) throw new UsageError(`--preset: ${named}`);
  const above: Setup["above"] = [{ source: "command line", values: given }];
  const path = findConfigFile(folder, true);
  if (path !== null) {
    const shown = relative(folder, path) || path;
    const { values, problems } = await readConfigFile(path, shown);
    const preset = values.preset === undefined ? null : presetProblem(values.preset, catalogue);
    const lines = problems.map(showProblem);
    if (preset !== null) lines.push(`${shown}: preset: ${preset}`);
    if (lines.length > 0) throw new UsageError(lines.join("\n"));
    above.push(fileLayer(path, shown, values));
  }
  const textlintrc = await readTextlintrc(folder, catalogue);
  if (textlintrc !== null && textlintrc.problems.length > 0)
    throw new UsageError(textlintrc.problems.join("\n"));
  const enabled = [...(textlintrc?.presets ?? [])].find(([, value]) => value !== false)?.[0];
  const below: Layer[] = enabled
    ? [{ source: relative(folder, textlintrc!.file), values: { preset: enabled } }]
    : [];
  return { catalogue, above, below, textlintrc };
}

/** The settings of one file, with its front matter between the others. */
export function settingsOf(setup: Setup, frontMatter: Layer | null): ResolvedSettings {
  const layers = [...setup.above, ...(frontMatter === null ? [] : [frontMatter]), ...setup.below];
  return resolveSettings(layers, { preset: defaultPreset });
}

/** @throws UsageError where a front matter names a preset that does not exist */
export function presetOf(setup: Setup, settings: ResolvedSettings): PresetDefinition {
  const preset = setup.catalogue.presets.find(({ id }) => id === settings.preset);
  if (!preset) throw new UsageError(presetProblem(settings.preset, setup.catalogue) ?? "");
  return preset;
}

/** What is written for a rule; false where the preset or the user has switched it off. */
export function writtenFor(setup: Setup, preset: PresetDefinition, rule: RuleInfo): unknown {
  const written = setup.textlintrc?.presets.get(preset.id);
  const own =
    typeof written === "object" && written !== null
      ? (written as Record<string, unknown>)[rule.id]
      : undefined;
  if (own === false) return false;
  if (preset.rules[rule.id] === "off" && (own === undefined || own === null || own === true)) return false;
  return own ?? true;
}

/** The checked options of a rule; null where it is off. */
export function optionsFor(setup: Setup, preset: PresetDefinition, rule: RuleInfo): RuleOptions | null {
  const written = writtenFor(setup, preset, rule);
  if (written === false) return null;
  return written === true ? defaultOptions : readOptions(rule, written).options;
}
