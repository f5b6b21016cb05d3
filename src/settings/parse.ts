import { z } from "zod";
import { parseData } from "../catalogue/load.js";
import { DataError } from "../catalogue/problem.js";
import { config } from "../catalogue/schema.js";
import type { ConfigDefinition } from "../catalogue/types.js";
import type { ConfigProblem } from "./types.js";

const frontMatter = z.looseObject({ gdprlint: config.optional() });

interface Parsed {
  values: ConfigDefinition;
  problems: ConfigProblem[];
}

function parsed(read: () => ConfigDefinition): Parsed {
  try {
    return { values: read(), problems: [] };
  } catch (error) {
    if (error instanceof DataError) return { values: {}, problems: [...error.problems] };
    throw error;
  }
}

/**
 * Settings from the text of a gdprlint.yml.
 * @param file as shown in problems
 */
export function parseSettings(file: string, text: string): Parsed {
  // An empty file, or one of comments, says nothing and is in order.
  if (!/^[^\s#]/m.test(text)) return { values: {}, problems: [] };
  return parsed(() => parseData(config, text, file).value);
}

/** Settings under the key gdprlint of a front matter whose text begins on line 2 of the file. */
export function parseFrontMatterSettings(file: string, text: string): Parsed {
  const { values, problems } = parsed(() => parseData(frontMatter, text, file).value.gdprlint ?? {});
  return { values, problems: problems.map((problem) => ({ ...problem, line: problem.line + 1 })) };
}
