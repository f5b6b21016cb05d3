export { parseMarkdown } from "./parse.js";
export { createPreset, ruleConfig, type TextlintPreset } from "./preset.js";
export { createRule } from "./rule.js";
export { analyseWith, type Prepared, prepareOnce, provide, subjectWith } from "./subject.js";
