import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  findConfigFile,
  packageVersion,
  readConfigFile,
  readFrontMatter,
  resolveSettings,
  showProblem,
} from "../../src/settings/index.js";
import { parseSettings } from "../../src/settings/parse.js";

describe("gdprlint.yml", () => {
  test("is read with all its values", () => {
    const text =
      "language: de\npreset: strict\nas-of: 2020-01-31\nnotice: [a.md]\nfacts: {dpo: none, transfers: exists}\n";
    expect(parseSettings("gdprlint.yml", text)).toEqual({
      problems: [],
      values: {
        language: "de",
        preset: "strict",
        "as-of": "2020-01-31",
        notice: ["a.md"],
        facts: { dpo: "none", transfers: "exists" },
      },
    });
  });

  test.each([
    ["", []],
    ["# nothing yet\n", []],
    ["lang: de", ["g.yml:1:1 lang: unknown key; known are language, preset, as-of, notice, facts"]],
    ["facts:\n  dpo: maybe", ['g.yml:2:8 facts.dpo: expected one of none, exists, found "maybe"']],
    ["fact:\n  dpo: none", ['g.yml:1:1 fact: unknown key; did you mean "facts"?']],
    [
      "language: german",
      ['g.yml:1:11 language: expected a language code of two letters, as de, found "german"'],
    ],
    ["as-of: yesterday", ['g.yml:1:8 as-of: expected a date as 2020-07-16, found "yesterday"']],
    ["notice: a.md", ['g.yml:1:9 notice: expected a list, found "a.md"']],
    ["facts: none", ['g.yml:1:8 facts: expected a map, found "none"']],
    ["- language: de", ["g.yml:1:1 expected a map, found a list of 1"]],
    ["language: de\nlanguage: en", ["g.yml:2:1 the same key is given twice"]],
    [
      "language: 3\npreset: 4",
      [
        "g.yml:1:11 language: expected a text, found a number",
        "g.yml:2:9 preset: expected a text, found a number",
      ],
    ],
  ])("%j gives %j", (text, expected) => {
    const { problems } = parseSettings("g.yml", text);
    expect(problems.map(showProblem)).toEqual(expected);
  });

  test("is found beside the configuration only, or also above", () => {
    const top = mkdtempSync(join(tmpdir(), "gdprlint-"));
    const below = join(top, "legal");
    mkdirSync(below);
    writeFileSync(join(top, "gdprlint.yml"), "language: sv\n");
    expect(findConfigFile(below, false)).toBeNull();
    expect(findConfigFile(below, true)).toBe(join(top, "gdprlint.yml"));
  });

  test("that cannot be read is a problem, not an exception", async () => {
    const { problems } = await readConfigFile(tmpdir(), "gdprlint.yml");
    expect(problems.map(showProblem)).toEqual(["gdprlint.yml:1:1 cannot be read (EISDIR)"]);
  });
});

describe("front matter", () => {
  test("holds settings under the key gdprlint", async () => {
    const source = "---\ntitle: Privacy\ngdprlint:\n  facts:\n    dpo: none\n---\n# Privacy\n";
    const { layer } = await readFrontMatter(source, "privacy.md");
    expect(layer).toEqual({ source: "front matter", values: { facts: { dpo: "none" } } });
  });

  test("is left alone where it does not speak of gdprlint", async () => {
    const broken = await readFrontMatter("---\ntitle: [\n---\n", "privacy.md");
    expect(broken).toEqual({ layer: null, problems: [] });
  });

  test("with a mistake is told with the line in the file", async () => {
    const source = "---\ntitle: Privacy\ngdprlint:\n  fact: none\n---\n";
    const { problems } = await readFrontMatter(source, "privacy.md");
    expect(problems.map(showProblem)).toEqual([
      'privacy.md:4:3 gdprlint.fact: unknown key; did you mean "facts"?',
    ]);
  });
});

test("the first layer that has a value gives it, and its name", () => {
  const settings = resolveSettings(
    [
      { source: "command line", values: { language: "en" } },
      {
        source: "gdprlint.yml",
        values: { language: "de", facts: { dpo: "none" }, notice: ["a.md"] },
        base: "/shop",
      },
      { source: "front matter", values: { facts: { dpo: "exists", transfers: "none" } } },
    ],
    { preset: "recommended" },
  );
  expect(settings).toEqual({
    language: "en",
    preset: "recommended",
    asOf: null,
    facts: { dpo: "none", transfers: "none" },
    notice: [join("/shop", "a.md")],
    from: {
      language: "command line",
      notice: "gdprlint.yml",
      "facts.dpo": "gdprlint.yml",
      "facts.transfers": "front matter",
    },
  });
});

test("the version is that of package.json", () => {
  expect(packageVersion()).toMatch(/^\d+\.\d+\.\d+/);
});
