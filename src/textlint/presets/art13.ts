import { createPreset } from "../preset.js";

export default createPreset("art13");
