/**
 * Texts that look like a privacy policy to a careless reader: terms, a recipe,
 * a page about the GDPR, rights of one state's residents only. They make no
 * disclosure and draw no wording finding, but for what known.yml admits.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { loadCatalogue } from "../src/catalogue/data.js";
import { analyseMarkdown } from "./support/analyse.js";

const root = new URL("honeypots/", import.meta.url);
const knownFile = new URL("known.yml", root);
/** "<language>/<file>" → rule id → why it is taken for disclosed or found all the same. */
const known: Record<string, Record<string, string>> = existsSync(knownFile)
  ? (parse(readFileSync(knownFile, "utf8")) ?? {})
  : {};
const presence = new Set(
  loadCatalogue()
    .wording.filter(({ expects }) => expects === "presence")
    .map(({ id }) => id),
);
const languages = readdirSync(root).filter((name) => statSync(new URL(name, root)).isDirectory());

for (const language of languages) {
  describe(`honeypots in ${language}`, () => {
    for (const file of readdirSync(new URL(`${language}/`, root))) {
      test(`${file} makes no disclosure and draws no wording finding beyond the known ones`, () => {
        const text = readFileSync(new URL(`${language}/${file}`, root), "utf8");
        const { assessment } = analyseMarkdown(text, { language, asOf: "2026-08-01" });
        const taken = [
          ...assessment.requirements.filter(({ disclosure }) => disclosure === "made"),
          ...assessment.wording.filter(({ id }) => !presence.has(id)),
        ].map(({ id }) => id);
        expect([...new Set(taken)].sort()).toEqual(Object.keys(known[`${language}/${file}`] ?? {}).sort());
      });
    }
  });
}

test("every known false alarm belongs to a honeypot", () => {
  for (const name of Object.keys(known)) expect(existsSync(new URL(name, root)), name).toBe(true);
});
