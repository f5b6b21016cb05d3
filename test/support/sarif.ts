import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const Ajv = (require("ajv-draft-04") as { default: typeof import("ajv-draft-04").default }).default;
const addFormats = (require("ajv-formats") as { default: typeof import("ajv-formats").default }).default;

export interface SarifLog {
  runs: [
    {
      tool: { driver: { rules: { id: string; help?: { text: string; markdown: string } }[] } };
      invocations: object[];
      results: { ruleId: string; ruleIndex: number }[];
    },
  ];
}

const schema = JSON.parse(
  readFileSync(require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8"),
) as object;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);

/** What the published JSON Schema of SARIF 2.1.0 has against a log. */
export function sarifProblems(log: unknown): string[] {
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
