export { formatProblem as showProblem } from "../catalogue/problem.js";
export type { ConfigFile } from "./config-file.js";
export { configNames, findConfigFile, readConfigFile } from "./config-file.js";
export { readFrontMatter } from "./front-matter.js";
export { fileLayer, presetProblem, resolveSettings } from "./resolve.js";
export type { ConfigProblem, Layer, ResolvedSettings } from "./types.js";
export { packageVersion } from "./version.js";
