import { expect, test } from "vitest";
import { gitlabReport } from "../../src/report/index.js";
import { files } from "../support/reports.js";

const issues = gitlabReport(files);
const of = (id: string) => issues.find(({ check_name }) => check_name === `gdpr/${id}`);

test("an issue has the fields that GitLab asks for", () => {
  expect(of("opening-hours")).toEqual({
    description: expect.stringContaining("Only vague: opening-hours"),
    check_name: "gdpr/opening-hours",
    fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
    severity: "minor",
    location: { path: "legal, old/100%:privacy.md", lines: { begin: 3, end: 3 } },
  });
  expect(of("bread-rights")!.severity).toBe("major");
});

test("no two issues share a fingerprint, also over files", () => {
  const [read, ...rest] = files;
  const twice = gitlabReport([read!, { ...read!, file: "copy.md" }, ...rest]);
  expect(new Set(twice.map(({ fingerprint }) => fingerprint)).size).toBe(twice.length);
});

test("a suppressed finding is left out, a file that could not be read is an issue", () => {
  expect(of("stale-joke")).toBeUndefined();
  expect(issues.at(-1)).toMatchObject({
    description: "gone.md: no such file; check the path",
    severity: "major",
    location: { path: "gone.md", lines: { begin: 1 } },
  });
});
