import { dirname, resolve } from "node:path";
import type { Catalogue } from "../catalogue/types.js";
import type { Layer, ResolvedSettings } from "./types.js";

/**
 * Puts the layers together, first come first served.
 * @param layers strongest first
 * @param base folder that relative paths of `notice` start from
 */
export function resolveSettings(
  layers: readonly (Layer & { base?: string })[],
  defaults: { preset: string },
): ResolvedSettings {
  const from: Record<string, string> = {};
  const settings: ResolvedSettings = {
    language: null,
    preset: defaults.preset,
    asOf: null,
    facts: {},
    notice: [],
    from,
  };
  const take = (name: string, source: string, apply: () => void): void => {
    if (name in from) return;
    from[name] = source;
    apply();
  };
  for (const { source, values, base } of layers) {
    const { language, preset, notice, facts } = values;
    const asOf = values["as-of"];
    if (language !== undefined) take("language", source, () => (settings.language = language));
    if (preset !== undefined) take("preset", source, () => (settings.preset = preset));
    if (asOf !== undefined) take("as-of", source, () => (settings.asOf = asOf));
    if (notice !== undefined)
      take("notice", source, () => (settings.notice = notice.map((file) => resolve(base ?? ".", file))));
    for (const [fact, value] of Object.entries(facts ?? {})) {
      if (value !== undefined) take(`facts.${fact}`, source, () => (settings.facts[fact] = value));
    }
  }
  return settings;
}

/** The layer of a settings file. */
export function fileLayer(path: string, shown: string, values: Layer["values"]): Layer & { base: string } {
  return { source: shown, values, base: dirname(path) };
}

/** One sentence where a preset's name is unknown, else null. */
export function presetProblem(name: string, { presets }: Catalogue): string | null {
  if (presets.some(({ id }) => id === name)) return null;
  return `There is no preset ${name}. The presets are ${presets.map(({ id }) => id).join(", ")}.`;
}
