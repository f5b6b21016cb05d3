import { createPreset } from "../preset.js";

export default createPreset("strict");
