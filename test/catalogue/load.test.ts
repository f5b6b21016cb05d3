import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadData, parseData } from "../../src/catalogue/load.js";
import { DataError } from "../../src/catalogue/problem.js";
import { config, language, requirement } from "../../src/catalogue/schema.js";
import { edit, textOf } from "./tree.js";

/** All problems of a text, one a line. */
function problems(schema: Parameters<typeof parseData>[0], text: string): string[] {
  try {
    parseData(schema, text, "x.yml");
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return error.problems.map(({ line, column, path, what }) => `${line}:${column} ${path}: ${what}`);
  }
  return [];
}

const EN = "rules/languages/en.yml";
const RETENTION = "rules/requirements/retention-period.yml";

describe("a language file", () => {
  const cases: [what: string, from: string, to: string, problem: string][] = [
    [
      "a number for a list",
      "delete: {phrases: [delete*], not: [deleted scenes]}",
      "delete: 5",
      "17:11 concepts.delete: expected a list of phrases or a map, found a number",
    ],
    [
      "nothing for a list",
      "delete: {phrases: [delete*], not: [deleted scenes]}",
      "delete:",
      "17:3 concepts.delete: expected a list of phrases or a map, found nothing",
    ],
    [
      "an empty list",
      "_keep: [keep*]",
      "_keep: []",
      "13:10 concepts._keep: expected at least 1 entry, found an empty list",
    ],
    [
      "a number among phrases",
      "- store*",
      "- 7",
      "16:7 concepts.retain[1]: expected a phrase, found a number",
    ],
    [
      "an empty phrase",
      "- store*",
      "- ''",
      '16:7 concepts.retain[1]: expected a text that is not empty, found ""',
    ],
    [
      "an unknown key",
      "not: [deleted scenes]",
      "nto: [deleted scenes]",
      '17:32 concepts.delete.nto: unknown key; did you mean "not"?',
    ],
    [
      "an unknown key at the top",
      "audiences:",
      "audience:",
      '11:1 audience: unknown key; did you mean "audiences"?',
    ],
    [
      "a concept with a capital",
      "_keep: [keep*]",
      "Keep: [keep*]",
      "13:3 concepts.Keep: expected a lower-case name with hyphens as key",
    ],
    [
      "a text for a number",
      "before: 4",
      "before: four",
      '9:36 negation.before: expected a number, found "four"',
    ],
    [
      "a key given twice",
      "  _keep: [keep*]",
      "  _keep: [keep*]\n  _keep: [kept]",
      "14:3 : the same key is given twice",
    ],
    ["eleven months", ", [december]", "", "6:9 months: expected at least 12 entries, found a list of 11"],
  ];
  test.each(cases)("%s", (_, from, to, problem) => {
    expect(problems(language, edit(EN, from, to)[EN]!)).toContain(problem);
  });

  test("a key that is missing is reported at the map that lacks it", () => {
    expect(problems(language, textOf(EN).replace(/^name:.*\n/m, ""))).toEqual([
      "1:1 name: missing; expected a text",
    ]);
  });

  test("all faults of a file are reported, in its order", () => {
    const text = edit(EN, "before: 4", "before: x")
      [EN]!.replace("- store*", "- 3")
      .replace("name: English", "name: 3");
    expect(problems(language, text).map((problem) => problem.split(" ")[0])).toEqual(["2:7", "9:36", "16:7"]);
  });
});

describe("a requirement file", () => {
  const cases: [what: string, from: string, to: string, problem: string][] = [
    [
      "a value that is not one of several",
      "none: error",
      "none: fatal",
      '6:18 severity.none: expected one of error, warning, info, found "fatal"',
    ],
    [
      "a law in another form",
      "'13(2)(a)'",
      "Art. 13",
      '4:7 law[0]: expected an article of the GDPR, as 13(2)(a), found "Art. 13"',
    ],
    [
      "a due that is none",
      "due: always",
      "due: alwyas",
      '5:6 due: expected "always", "unknown" or a map, found "alwyas"',
    ],
    [
      "a clause without concepts",
      "    all: [retain | delete, duration]\n",
      "",
      "8:5 made[0]: a clause needs all, entity or at-least",
    ],
    [
      "a message without a part",
      ", why: It matters.",
      "",
      "13:11 messages.en.none.why: missing; expected a text",
    ],
    [
      "a word for true or false",
      "in: sentence",
      "in: sentence\n    order: maybe",
      '9:12 made[0].order: expected true or false, found "maybe"',
    ],
  ];
  test.each(cases)("%s", (_, from, to, problem) => {
    expect(problems(requirement, edit(RETENTION, from, to)[RETENTION]!)).toContain(problem);
  });
});

describe("what is no YAML of ours", () => {
  test.each([
    ["nothing", "", "1:1 : expected a map, found nothing"],
    ["a list", "- a", "1:1 : expected a map, found a list of 1"],
    ["two documents", "{}\n---\n{}", "2:1 : expected one YAML document, found several"],
    [
      "a list that is not closed",
      "notice: [a",
      "1:11 : YAML: Flow sequence in block collection must be sufficiently indented and end with a ]",
    ],
    ["a tab", "facts:\n\tdpo: none", "2:1 : YAML: Tabs are not allowed as indentation"],
    [
      "an alias of nothing",
      "language: *en",
      "1:1 : YAML: Unresolved alias (the anchor must be set before the alias): en",
    ],
    ["a tag", "language: !!js/function x", "1:11 : YAML: Unresolved tag: tag:yaml.org,2002:js/function"],
  ])("%s", (_, text, problem) => {
    expect(problems(config, text)[0]).toBe(problem);
  });

  test("aliases that unfold without end", () => {
    const bomb = ["a: &a [x, x, x, x, x, x, x, x, x, x]"];
    for (const [name, of] of ["ba", "cb", "dc", "ed", "fe", "gf"] as unknown as string[][]) {
      bomb.push(`${name}: &${name} [${Array(10).fill(`*${of}`).join(", ")}]`);
    }
    expect(problems(config, bomb.join("\n"))[0]).toContain("YAML: ");
  });
});

describe("a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "load-"));
  const message = (file: string): string => {
    try {
      loadData(config, join(folder, file), file);
    } catch (error) {
      if (error instanceof DataError) return error.message;
      throw error;
    }
    return "";
  };

  test("that is not there", () => {
    expect(message("gone.yml")).toBe("gone.yml:1:1 cannot be read (no such file)");
  });

  test("that is a folder", () => {
    expect(message(".")).toBe(".:1:1 cannot be read (is a directory)");
  });

  test("that is not UTF-8", () => {
    writeFileSync(join(folder, "latin.yml"), Buffer.from("language: \xe9", "latin1"));
    expect(message("latin.yml")).toBe("latin.yml:1:1 expected UTF-8 text");
  });

  test("with a byte order mark and CRLF", () => {
    writeFileSync(join(folder, "bom.yml"), "\ufefflanguage: en\r\nfacts:\r\n  dpo: none\r\n");
    expect(loadData(config, join(folder, "bom.yml")).value).toEqual({
      language: "en",
      facts: { dpo: "none" },
    });
  });

  test("gives a message of one line that names file, line, column and path", () => {
    writeFileSync(join(folder, "two.yml"), "language: en\nfacts:\n  dpo: nobody\n");
    expect(message("two.yml")).toBe('two.yml:3:8 facts.dpo: expected one of none, exists, found "nobody"');
  });
});
