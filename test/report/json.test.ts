import { expect, test } from "vitest";
import { findings, subjectOf } from "../../src/findings/index.js";
import { jsonReport, tableReport } from "../../src/report/index.js";
import { analysisOf, evidenceAt, smallCatalogue } from "../support/subject.js";

const source = "# Bakery\n\nWe bake when we like.\nA stale\njoke stands here.\n";
const catalogue = smallCatalogue();
const analysis = analysisOf(source, catalogue, {
  requirements: {
    "opening-hours": { disclosure: "vague", evidence: [evidenceAt(source, "when we like")] },
    "bread-right": { disclosure: "none" },
    delivery: { disclosure: "made", stance: "does-not", dueBecause: { fact: "courier: exists" } },
    "flour-source": { dueBecause: evidenceAt(source, "We bake") },
  },
  wording: { "stale-joke": "A stale\njoke", "baking-date": "Bakery" },
});
analysis.assessment.facts = [{ type: "period", value: "P1D", range: [10, 12], section: "Bakery", row: null }];
const subject = subjectOf(analysis, { models: () => ({}), deadLaw: () => [] });
const context = {
  catalogue,
  profile: { article: "both", unknown: "silent", rules: {} },
  locale: "en",
  version: "1.2.3",
} as const;
const found = findings(subject, context).map((finding) => ({ ...finding, suppressed: null }));
const files = [
  { file: "privacy.md", subject, findings: found },
  { file: "gone.md", error: "no such file; check the path" },
];
const report = jsonReport(files, catalogue, "1.2.3");
const [read, unread] = report.documents;
const ids = catalogue.requirements.map(({ id }) => id);

test("the report says what made it", () => {
  expect(Object.keys(report)).toEqual(["schemaVersion", "tool", "documents"]);
  expect(report).toMatchObject({ schemaVersion: 1, tool: { name: "gdprlint", version: "1.2.3" } });
});

test("a document has its parts, and every requirement, members of groups apart", () => {
  expect(Object.keys(read!)).toEqual([
    "file",
    "status",
    "language",
    "requirements",
    "facts",
    "wording",
    "findings",
  ]);
  expect(read).toMatchObject({ file: "privacy.md", status: "assessed", language: "en" });
  expect(read!.requirements.map(({ id }) => id)).toEqual(ids);
});

test("a requirement has its verdict and its evidence, with place and text", () => {
  expect(read!.requirements[0]).toEqual({
    id: "opening-hours",
    law: ["13(2)(a)", "14(2)(a)"],
    disclosure: "vague",
    stance: "does",
    due: "yes",
    dueBecause: null,
    evidence: [
      {
        clause: 0,
        section: "",
        range: [18, 30],
        line: 3,
        column: 9,
        endLine: 3,
        endColumn: 21,
        text: "when we like",
      },
    ],
  });
});

test("what makes a duty due is a fact or a passage", () => {
  const due = Object.fromEntries(read!.requirements.map(({ id, dueBecause }) => [id, dueBecause]));
  expect(due.delivery).toEqual({ fact: "courier: exists" });
  expect(due["flour-source"]).toMatchObject({ line: 3, column: 1, text: "We bake" });
});

test("wording and facts have the form of the contract", () => {
  expect(read!.wording[0]).toEqual({
    id: "stale-joke",
    range: [32, 44],
    line: 4,
    column: 1,
    endLine: 5,
    endColumn: 5,
    text: "A stale joke",
  });
  expect(read!.facts).toEqual([
    { type: "period", value: "P1D", range: [10, 12], section: "Bakery", row: null },
  ]);
});

test("a finding has the form of the contract", () => {
  const finding = read!.findings.find(({ ruleId }) => ruleId === "bread-rights")!;
  expect(Object.keys(finding)).toEqual([
    "ruleId",
    "requirements",
    "law",
    "severity",
    "message",
    "range",
    "line",
    "column",
    "endLine",
    "endColumn",
    "docsUrl",
    "fingerprints",
    "suppressed",
  ]);
  expect(finding).toMatchObject({
    requirements: ["bread-right"],
    law: ["13(2)(b)", "14(2)(c)"],
    severity: "error",
    suppressed: null,
  });
  expect(finding.fingerprints).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)]);
});

test("a file that could not be read has a message, and the same requirements", () => {
  expect(unread).toMatchObject({
    status: "error",
    message: "no such file; check the path",
    language: null,
    findings: [],
  });
  expect(unread!.requirements.map(({ id, disclosure }) => [id, disclosure])).toEqual(
    ids.map((id) => [id, "unassessed"]),
  );
});

test("the table has a row for each requirement", () => {
  expect(tableReport(files, catalogue, { width: 90 })).toBe(`privacy.md (en)
Requirement             Disclosure    Due        Line  Passage
Title of opening-hours  vague         yes           3  when we like
Right to bread          none          yes
Right to cake           made          yes
Title of delivery       made (none)   yes
Title of flour-source   made          yes
Findings: error 1, warning 2, info 0

gone.md
no such file; check the path
`);
});
