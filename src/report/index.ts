export { drawRange } from "./drawing.js";
export { type JsonDocument, type JsonReport, jsonReport } from "./json.js";
export { clip, pad, wrap } from "./layout.js";
export { tableReport } from "./table.js";
export { type FileReport, type Paint, plain, type ReportedFinding } from "./types.js";
