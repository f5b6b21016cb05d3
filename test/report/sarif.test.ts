import { expect, test } from "vitest";
import { sarifFindings, sarifLog, sarifRules } from "../../src/report/index.js";
import { catalogue, files, source } from "../support/reports.js";
import { type SarifLog, sarifProblems } from "../support/sarif.js";

const unread = files.flatMap((read) => ("error" in read ? [read] : []));
const log = sarifLog("1.2.3", sarifRules(catalogue, "1.2.3"), sarifFindings(files), unread) as SarifLog;
const [{ tool, results, invocations }] = log.runs;
const of = (id: string) => results.find(({ ruleId }) => ruleId === `gdpr/${id}`);

test("the log is valid", () => {
  expect(sarifProblems(log)).toEqual([]);
});

test("the schema refuses what is wrong", () => {
  expect(sarifProblems({ ...log, version: "2" })).not.toEqual([]);
  expect(sarifProblems({ ...log, runs: [{}] })).not.toEqual([]);
});

test("a rule says what it is, with its page and its articles", () => {
  expect(tool.driver.rules[0]).toEqual({
    id: "gdpr/opening-hours",
    name: "Title of opening-hours",
    shortDescription: { text: "Title of opening-hours" },
    fullDescription: { text: "Requires opening-hours." },
    help: { text: expect.stringContaining("Write it."), markdown: expect.stringContaining("Write it.") },
    helpUri: expect.stringMatching(/^https:.*opening-hours\.md$/),
    defaultConfiguration: { level: "error" },
    properties: { tags: ["gdpr", "Art. 13(2)(a)", "Art. 14(2)(a)"] },
  });
});

test("a result names its rule, and its place by lines and by signs", () => {
  const start = source.indexOf("| <b>");
  expect(of("opening-hours")).toMatchObject({
    level: "warning",
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "legal%2C%20old/100%25%3Aprivacy.md", uriBaseId: "%SRCROOT%" },
          region: {
            startLine: 3,
            startColumn: 9,
            endLine: 3,
            endColumn: 32,
            charOffset: start,
            charLength: 23,
          },
        },
      },
    ],
    suppressions: [],
  });
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
});

test("a result of several requirements has a fingerprint of each", () => {
  const fingerprint = expect.stringMatching(/^[0-9a-f]{16}$/);
  expect(of("bread-rights")).toMatchObject({
    partialFingerprints: { "bread-right/v1": fingerprint, "cake-right/v1": fingerprint },
  });
  expect(of("stale-joke")).toMatchObject({ partialFingerprints: { "stale-joke/v1": fingerprint } });
});

test("a suppressed finding is there, with the reason", () => {
  expect(of("stale-joke")).toMatchObject({
    suppressions: [{ kind: "inSource", justification: "quoted" }],
  });
});

test("a file that could not be read makes the run fail", () => {
  expect(invocations).toMatchObject([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [{ message: { text: "gone.md: no such file; check the path" } }],
    },
  ]);
});

test("a finding of another program's rule brings a rule, and brackets make no link", () => {
  const [finding] = sarifFindings(files);
  const other = {
    ...finding!,
    ruleId: "spelling",
    message: "See [this](1) and [that]",
    file: "/else/a b.md",
  };
  const mixed = sarifLog("1.2.3", [], [other]) as SarifLog;
  expect(sarifProblems(mixed)).toEqual([]);
  expect(mixed.runs[0].tool.driver.rules).toMatchObject([{ id: "spelling" }]);
  expect(mixed.runs[0].results).toMatchObject([
    {
      ruleIndex: 0,
      message: { text: "See \\[this](1) and [that]" },
      locations: [{ physicalLocation: { artifactLocation: { uri: "file:///else/a%20b.md" } } }],
    },
  ]);
});
