import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadCatalogue } from "../../src/catalogue/data.js";
import { listRules } from "../../src/findings/index.js";
import type { TextlintPreset } from "../../src/textlint/index.js";
import { listIds } from "../support/ids.js";

const root = new URL("../../", import.meta.url);
const presets = readdirSync(new URL("presets/", root)).map((file) => file.replace(/\.yml$/, ""));
const { exports } = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as {
  exports: Record<string, { types: string; default: string } | string>;
};

const keyOf = (preset: string): string => (preset === "recommended" ? "." : `./${preset}`);

/** The module that package.json exports under a key, as it stands in src/. */
async function load(key: string): Promise<TextlintPreset> {
  const entry = exports[key] as { default: string };
  const source = entry.default.replace("./dist/", "../../src/").replace(/\.js$/, ".ts");
  return ((await import(source)) as { default: TextlintPreset }).default;
}

describe("package.json", () => {
  test("exports each preset, the formatter, and nothing else but itself", () => {
    expect(Object.keys(exports).sort()).toEqual(["./package.json", "./sarif", ...presets.map(keyOf)].sort());
  });

  test.each(presets)(
    "declares the types of %s beside its code, without a condition that require() does not know",
    (preset) => {
      const entry = exports[keyOf(preset)] as { types: string; default: string };
      expect(Object.keys(entry)).toEqual(["types", "default"]);
      expect(entry.types).toBe(entry.default.replace(/\.js$/, ".d.ts"));
    },
  );
});

describe.each(presets)("preset %s", (preset) => {
  test("has one rule for each requirement outside a group, each group and each wording, and one for the text", async () => {
    const { rules } = await load(keyOf(preset));
    const { requirements } = loadCatalogue();
    const members = requirements.filter(({ group }) => group !== undefined).map(({ id }) => id);
    const expected = [...listIds().filter((id) => !members.includes(id)), "policy"];
    expect(Object.keys(rules).sort()).toEqual(expected.sort());
  });

  test("configures each of its rules", async () => {
    const { rules, rulesConfig } = await load(keyOf(preset));
    expect(Object.keys(rulesConfig)).toEqual(Object.keys(rules));
  });

  test("names existing rules only", () => {
    const known = listRules(loadCatalogue()).map(({ id }) => id);
    const named = Object.keys(loadCatalogue().presets.find(({ id }) => id === preset)!.rules);
    expect(named.filter((id) => !known.includes(id))).toEqual([]);
  });
});
