/**
 * Whole policies with the expected findings written into them as comments:
 *
 *   <!-- missing: retention-period, right-portability -->   anywhere: not disclosed, and due
 *   <!-- vague: purposes -->       on the line before the passage
 *   <!-- finds: deemed-consent --> on the line before the passage
 *
 * Too few and too many both fail. Files lie in test/policies/<language>/.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadCatalogue } from "../src/catalogue/data.js";
import { analyseMarkdown } from "./support/analyse.js";

const root = new URL("policies/", import.meta.url);
const catalogue = loadCatalogue();
const ids = new Set([...catalogue.requirements, ...catalogue.wording].map(({ id }) => id));
const presence = new Set(
  catalogue.wording.filter(({ expects }) => expects === "presence").map(({ id }) => id),
);

function expectedIn(text: string): string[] {
  const lines = text.split("\n");
  return lines.flatMap((line, i) => {
    const mark = /^\s*<!--\s*(missing|vague|finds):\s*(.*?)\s*-->\s*$/.exec(line);
    if (!mark) return [];
    const next = lines.findIndex(
      (other, j) => j > i && other.trim() !== "" && !other.trim().startsWith("<!--"),
    );
    return mark[2]!.split(/\s*,\s*/).map((id) => {
      if (!ids.has(id)) throw new Error(`line ${i + 1}: there is no rule "${id}"`);
      return mark[1] === "missing" ? `missing ${id}` : `${mark[1]} ${id} on line ${next + 1}`;
    });
  });
}

function foundIn(text: string, language: string): string[] {
  const { assessment } = analyseMarkdown(text, { asOf: "2026-08-01" });
  expect(assessment.language).toBe(language);
  expect(assessment.status).toBe("assessed");
  const found: string[] = [];
  for (const { id, disclosure, due, evidence } of assessment.requirements) {
    if (due !== "yes") continue;
    if (disclosure === "none") found.push(`missing ${id}`);
    if (disclosure === "vague") found.push(`vague ${id} on line ${evidence[0]!.line}`);
  }
  for (const { id, line } of assessment.wording)
    if (!presence.has(id)) found.push(`finds ${id} on line ${line}`);
  for (const id of presence)
    if (!assessment.wording.some((entry) => entry.id === id)) found.push(`missing ${id}`);
  return found;
}

for (const language of readdirSync(root)) {
  describe(`whole policies in ${language}`, () => {
    for (const file of readdirSync(new URL(`${language}/`, root))) {
      test(`${file} gives the findings that are marked in it, and no other`, () => {
        const text = readFileSync(new URL(`${language}/${file}`, root), "utf8");
        expect(foundIn(text, language).sort()).toEqual(expectedIn(text).sort());
      });
    }
  });
}
