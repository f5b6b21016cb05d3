import { createPreset } from "./textlint/preset.js";

export type { Analysis, Settings } from "./assess/index.js";
export { analyse } from "./assess/index.js";
export type { Assessment, Evidence, RequirementAssessment, WordingAssessment } from "./assess/types.js";
export type { Finding } from "./findings/index.js";

export default createPreset("recommended");
