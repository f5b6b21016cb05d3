/**
 * The parts of README.md that come from the program: the picture of its
 * output, between output:start and output:end, and the table of languages.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";

const root = new URL("../", import.meta.url);
const readme = new URL("README.md", root);
const EXAMPLE = "examples/en/bad.md";
/** Findings in the picture; the rest is cut. */
const SHOWN = 3;

function output(): string {
  let text: string;
  try {
    text = run();
  } catch (error) {
    // The bad example has findings at error severity, hence exit code 1.
    text = (error as { stdout: string }).stdout;
  }
  const parts = text.trimEnd().split("\n\n");
  const summary = parts.at(-1)!;
  return ["```text", [...parts.slice(0, SHOWN), "  …", summary].join("\n\n"), "```"].join("\n");
}

function run(): string {
  return execFileSync(process.execPath, ["bin/gdprlint.js", EXAMPLE], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", COLUMNS: "100" },
  });
}

function languages(): string {
  const rows = readdirSync(new URL("rules/languages/", root))
    .sort()
    .map((file) => {
      const { name } = parse(readFileSync(new URL(`rules/languages/${file}`, root), "utf8")) as {
        name: string;
      };
      return `| ${name} | [rules/languages/${file}](rules/languages/${file}) |`;
    });
  return ["| language | file |", "| --- | --- |", ...rows].join("\n");
}

function between(text: string, mark: string, content: string): string {
  const [start, end] = [`<!-- ${mark}:start -->`, `<!-- ${mark}:end -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md: the marks ${start} and ${end} are missing`);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}

/** README.md as it should be: its path below the project -> its content. */
export function readmeFiles(): Map<string, string> {
  const text = between(readFileSync(readme, "utf8"), "output", output());
  return new Map([["README.md", between(text, "languages", languages())]]);
}
