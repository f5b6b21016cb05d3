import type { Problem } from "../catalogue/problem.js";
import type { ConfigDefinition } from "../catalogue/types.js";

/** Something wrong in a file that a user wrote. */
export type ConfigProblem = Problem;

/** Values of one place, with the name by which that place is shown. */
export interface Layer {
  source: string;
  values: ConfigDefinition;
}

export interface ResolvedSettings {
  language: string | null;
  preset: string;
  asOf: string | null;
  facts: Record<string, "none" | "exists">;
  /** Absolute paths of the files that are read as one notice; empty where there is none. */
  notice: string[];
  /** Name of a value ("language", "facts.dpo") -> where it comes from. */
  from: Record<string, string>;
}
