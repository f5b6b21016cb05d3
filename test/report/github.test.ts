import { error, notice, warning } from "@actions/core";
import { expect, test, vi } from "vitest";
import { escapeMarkdown, githubCommands, markdownSummary } from "../../src/report/index.js";
import { catalogue, files } from "../support/reports.js";

const commands = githubCommands(files).trimEnd().split("\n");

/** Properties come in no order that counts. */
function parsed(line: string): { name: string; properties: string[]; message: string } {
  const [, name, properties = "", message] = /^::(\w+)(?: (.*?))?::(.*)$/.exec(line)!;
  return { name: name!, properties: properties.split(",").sort(), message: message! };
}

/** What GitHub's own toolkit writes. */
function toolkit(write: () => void): string {
  const spy = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  write();
  const text = spy.mock.calls.map(([part]) => String(part)).join("");
  spy.mockRestore();
  return text.trimEnd();
}

test("commands are those of GitHub's toolkit", () => {
  const [read] = files;
  if (!read || "error" in read) throw new Error("no findings");
  const open = read.findings.filter(({ suppressed }) => suppressed === null);
  expect(commands).toHaveLength(open.length + 1);
  const write = { error, warning, info: notice };
  for (const [index, { severity, message, title }] of open.entries()) {
    const line = commands[index]!;
    const number = (key: string) => Number(new RegExp(`[ ,]${key}=(\\d+)`).exec(line)?.[1]);
    const place = {
      startLine: number("line"),
      endLine: number("endLine"),
      startColumn: number("col"),
      endColumn: number("endColumn"),
    };
    const theirs = toolkit(() => write[severity](message, { file: read.file, title, ...place }));
    expect(parsed(line)).toEqual(parsed(theirs));
  }
});

test("a place is given by line and column", () => {
  expect(commands.find((line) => line.includes("Title of opening-hours"))).toMatch(
    /^::warning file=legal%2C old\/100%25%3Aprivacy\.md,line=3,endLine=3,col=9,endColumn=32,title=Title of opening-hours::Only vague: opening-hours \("/,
  );
});

test("a percent sign is escaped in the message, a suppressed finding left out", () => {
  const text = commands.join("\n");
  expect(text).not.toContain("stale-joke");
  expect(githubCommands([{ file: "a.md", error: "50%\r\nmore" }])).toBe(
    "::error file=a.md,title=gdprlint::a.md: 50%25%0D%0Amore\n",
  );
});

test("standard input has no file to stand at", () => {
  expect(githubCommands([{ file: "<stdin>", error: "empty" }])).toBe(
    "::error title=gdprlint::<stdin>: empty\n",
  );
});

test("the summary is a table that policy text cannot break", () => {
  const summary = markdownSummary(files, catalogue);
  const rows = summary.split("\n").filter((line) => line.startsWith("|"));
  expect(rows).toHaveLength(2 + catalogue.requirements.length);
  for (const row of rows) expect(row.match(/\|/g)).toHaveLength(7);
  expect(summary).toContain(
    "| Title of opening-hours | Art. 13(2)(a) | vague | yes | 3 | &#124; &#60;b&#62;when&#60;/b&#62; &#96;we&#96; like |",
  );
  expect(summary).toContain("| Title of delivery | Art. 13(1)(f) | made (none) | yes |  |  |");
  expect(summary).toContain("## gone.md\n\nno such file; check the path\n");
});

test("text is shown as it is, without links", () => {
  expect(escapeMarkdown("a\nb & [c](d) https://e.example www.f.example")).toBe(
    "a b &#38; &#91;c&#93;(d) https&#58;//e.example www&#46;f.example",
  );
});
