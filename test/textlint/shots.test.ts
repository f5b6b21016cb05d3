import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadCatalogue } from "../../src/catalogue/data.js";
import { listRules } from "../../src/findings/index.js";
import recommended from "../../src/index.js";
import { drawRange, wrap } from "../../src/report/index.js";
import { lintWith } from "../support/kernel.js";

const folder = new URL("fixtures/", import.meta.url);
const names = (ending: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length));
const rules = listRules(loadCatalogue()).map(({ id }) => id);

/** What a user sees of one rule: the line, the passage, the message. */
async function shoot(rule: string): Promise<string> {
  const source = readFileSync(new URL(`${rule}.md`, folder), "utf8");
  const messages = await lintWith(recommended, source);
  const severities = { 1: "warning", 2: "error", 3: "info" } as Record<number, string>;
  const drawn = messages
    .filter(({ ruleId }) => ruleId === `gdpr/${rule}`)
    .map(({ line, column, severity, range, message }) => {
      const { code, marks } = drawRange(source, range as [number, number], 90);
      const place = `${line}:${column} ${severities[severity]} gdpr/${rule}`;
      return [place, code, marks, ...wrap(message, 90)].join("\n");
    });
  return `${drawn.join("\n\n")}\n`;
}

describe("what a user sees of each rule", () => {
  test.each(rules)("%s", async (rule) => {
    const drawn = await shoot(rule);
    expect(drawn).toContain("~");
    await expect(drawn).toMatchFileSnapshot(`fixtures/${rule}.shot`);
  });

  test("there is a text and a drawing for each rule, and for nothing else", () => {
    expect(names(".md").sort()).toEqual([...rules].sort());
    expect(names(".shot").sort()).toEqual([...rules].sort());
  });
});
