import { copyFileSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadCatalogue } from "../../src/catalogue/data.js";
import { readTextlintrc } from "../../src/cli/textlintrc.js";
import { listRules, optionNames } from "../../src/findings/index.js";

const example = new URL("../../.textlintrc.example", import.meta.url);
const catalogue = loadCatalogue();

test(".textlintrc.example names existing rules with valid options only", async () => {
  const folder = mkdtempSync(join(tmpdir(), "gdprlint-"));
  copyFileSync(example, join(folder, ".textlintrc.json"));
  const read = await readTextlintrc(folder, catalogue);
  expect(read!.problems).toEqual([]);
  expect([...read!.presets.keys()]).toEqual(["recommended"]);
});

test(".textlintrc.example shows every option and every preset", () => {
  const text = readFileSync(example, "utf8");
  const options = new Set(listRules(catalogue).flatMap(optionNames));
  expect([...options].filter((name) => !text.includes(`// ${name}, `))).toEqual([]);
  const others = catalogue.presets.filter(({ id }) => id !== "recommended");
  expect(others.filter(({ id }) => !text.includes(`"preset-gdpr/${id}"`))).toEqual([]);
});
