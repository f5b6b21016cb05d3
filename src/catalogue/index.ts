/**
 * The catalogue at run time. What reads YAML stands apart, in load.ts and
 * from-source.ts, so that a run does not load the yaml and zod packages.
 */
export { loadCatalogue, loadLanguage, loadReference } from "./data.js";
export { ENTITY_NAMES, isProvided, RESERVED_NAMES } from "./names.js";
export { DataError, didYouMean, formatProblem, nearestName, type Problem } from "./problem.js";
export type * from "./types.js";
