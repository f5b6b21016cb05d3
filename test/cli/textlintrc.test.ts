import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTextlintrc } from "../../src/cli/textlintrc.js";
import { smallCatalogue } from "../support/subject.js";

async function read(name: string, text: string) {
  const folder = mkdtempSync(join(tmpdir(), "gdprlint-"));
  writeFileSync(join(folder, name), text);
  const found = (await readTextlintrc(folder, smallCatalogue()))!;
  return {
    presets: Object.fromEntries(found.presets),
    problems: found.problems.map((line) => line.replace(`${folder}/`, "")),
  };
}

const options = { "opening-hours": { vague: false } };

describe("options of our rules in .textlintrc", () => {
  test.each([
    ["JSON", ".textlintrc.json", '{"rules": {"preset-gdpr": {"opening-hours": {"vague": false}}}}'],
    [
      "JSON with comments and trailing commas",
      ".textlintrc",
      '{\n  // "//" in a text is none\n  "plugins": ["https://x"], /* more */\n  "rules": {"preset-gdpr": {"opening-hours": {"vague": false,},},},\n}',
    ],
    ["YAML", ".textlintrc.yml", "rules:\n  preset-gdpr:\n    opening-hours:\n      vague: false\n"],
  ])("are read from %s", async (_, name, text) => {
    expect(await read(name, text)).toEqual({ presets: { recommended: options }, problems: [] });
  });

  test("of another preset stand under its name", async () => {
    const { presets } = await read(".textlintrc.json", '{"rules": {"preset-gdpr/strict": true}}');
    expect(presets).toEqual({ strict: true });
  });

  test.each([
    [
      '{"rules": {"preset-gdpr": {"opening-hour": false}}}',
      /^\.textlintrc\.json: There is no rule opening-hour\. The rules are opening-hours, /,
    ],
    [
      '{"rules": {"preset-gdpr": {"cake-right": false}}}',
      /There is no rule cake-right; it is part of bread-rights\./,
    ],
    ['{"rules": {"preset-gdpr": {"stale-joke": {"vague": true}}}}', /Rule stale-joke has no option vague\./],
    ['{"rules": {"preset-gdpr": true', /^\.textlintrc\.json: .*/],
  ])("that are wrong (%s) are told", async (text, expected) => {
    expect((await read(".textlintrc.json", text)).problems).toEqual([expect.stringMatching(expected)]);
  });

  test("of other packages are nobody's business here", async () => {
    expect(await read(".textlintrc.json", '{"rules": {"prh": [}')).toEqual({ presets: {}, problems: [] });
  });
});
