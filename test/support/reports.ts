import { findings, subjectOf } from "../../src/findings/index.js";
import type { FileReport } from "../../src/report/index.js";
import { analysisOf, evidenceAt, smallCatalogue } from "./subject.js";

export const source =
  "# Bakery\n\nWe bake | <b>when</b> `we` like.\nA stale\njoke stands here.\nAnd 100%, no: more.\n";
export const catalogue = smallCatalogue();

const analysis = analysisOf(source, catalogue, {
  requirements: {
    "opening-hours": { disclosure: "vague", evidence: [evidenceAt(source, "| <b>when</b> `we` like")] },
    "bread-right": { disclosure: "none" },
    "cake-right": { disclosure: "none" },
    delivery: { disclosure: "made", stance: "does-not" },
  },
  wording: { "stale-joke": "A stale\njoke", "baking-date": "100%, no: more" },
});
const subject = subjectOf(analysis, { models: () => ({}), deadLaw: () => [] });
const found = findings(subject, {
  catalogue,
  profile: { article: "both", unknown: "silent", rules: {} },
  locale: "en",
  version: "1.2.3",
});

/** A policy with findings, one of them suppressed, and a file that could not be read. */
export const files: FileReport[] = [
  {
    file: "legal, old/100%:privacy.md",
    subject,
    findings: found.map((finding) => ({
      ...finding,
      suppressed: finding.ruleId === "stale-joke" ? { by: "comment", reason: "quoted" } : null,
    })),
  },
  { file: "gone.md", error: "no such file; check the path" },
];
