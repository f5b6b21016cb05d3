import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { ConfigDefinition } from "../catalogue/types.js";
import type { ConfigProblem } from "./types.js";

export const configNames = ["gdprlint.yml", "gdprlint.yaml"] as const;

export interface ConfigFile {
  path: string;
  values: ConfigDefinition;
  problems: ConfigProblem[];
}

const read = new Map<string, { modified: number; content: ConfigFile }>();

/** The settings file in a folder, or (upwards) in the nearest folder above that has one. */
export function findConfigFile(folder: string, upwards: boolean): string | null {
  for (let at = resolve(folder); ; at = dirname(at)) {
    for (const name of configNames) if (existsSync(join(at, name))) return join(at, name);
    if (!upwards || dirname(at) === at) return null;
  }
}

/**
 * Reads and checks a settings file; YAML and the schema are loaded only here,
 * so that runs without such a file do without them.
 * @param shown the name by which problems call it
 */
export async function readConfigFile(path: string, shown: string): Promise<ConfigFile> {
  try {
    const modified = statSync(path).mtimeMs;
    const known = read.get(path);
    if (known?.modified === modified) return known.content;
    const { parseSettings } = await import("./parse.js");
    const content = { path, ...parseSettings(shown, readFileSync(path, "utf8")) };
    read.set(path, { modified, content });
    return content;
  } catch (error) {
    const what = `cannot be read (${(error as NodeJS.ErrnoException).code ?? (error as Error).message})`;
    return { path, values: {}, problems: [{ file: shown, line: 1, column: 1, path: "", what }] };
  }
}
