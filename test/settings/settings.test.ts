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
    ["lang: de", [/^g\.yml:1:1: Unknown key lang\. Known keys are language, .*facts\.$/]],
    ["facts:\n  dpo: maybe", [/^g\.yml:2:3: facts\.dpo must be none or exists\.$/]],
    ["facts:\n  officer: none", [/^g\.yml:2:3: Unknown key officer in facts\. Known keys are dpo, /]],
    ["language: german", [/^g\.yml:1:1: language must be a language code/]],
    ["as-of: yesterday", [/^g\.yml:1:1: as-of must be a date/]],
    ["notice: a.md", [/^g\.yml:1:1: notice must be a list\.$/]],
    ["facts: none", [/^g\.yml:1:1: facts must be a list of settings\.$/]],
    ["- language: de", [/^g\.yml:1:1: This must be a list of settings/]],
    ["just text", [/^g\.yml:1:1: This must be a list of settings/]],
    ["facts: {dpo: none", [/^g\.yml:1:\d+: This is no valid YAML: /]],
    ["language: de\nlanguage: en", [/^g\.yml:2:1: This is no valid YAML: /]],
    [
      "language: 3\npreset: 4",
      [/^g\.yml:1:1: language must be a string/, /^g\.yml:2:1: preset must be a string/],
    ],
  ])("%j gives %j", (text, expected) => {
    const { problems } = parseSettings("g.yml", text);
    expect(problems.map(showProblem)).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
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
    expect(problems.map(showProblem)).toEqual([
      expect.stringMatching(/^gdprlint\.yml:1:1: This file could not be read/),
    ]);
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
      expect.stringMatching(/^privacy\.md:4:3: Unknown key fact\. Known keys are language/),
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
