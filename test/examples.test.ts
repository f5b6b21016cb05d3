import { describe, expect, test } from "vitest";
import { loadCatalogue } from "../src/catalogue/data.js";
import type { ExamplesDefinition } from "../src/catalogue/types.js";
import { analyseMarkdown } from "./support/analyse.js";
import { examplesOf } from "./support/data.js";

type Example = ExamplesDefinition["wording"][string]["good"][number];

const AS_OF = "2026-08-01";
const textOf = (example: Example): string => (typeof example === "string" ? example : example.text);
const shown = (example: Example): string => textOf(example).replace(/\s+/g, " ").slice(0, 90);
const { languages, wording } = loadCatalogue();

for (const language of languages) {
  const examples = examplesOf(language);
  if (!examples) continue;

  describe(`examples of ${language}`, () => {
    for (const [id, { good, vague, bad }] of Object.entries(examples.requirements)) {
      const assessed = (example: Example) => {
        const { assessment } = analyseMarkdown(textOf(example), { language, asOf: AS_OF });
        const { disclosure, evidence } = assessment.requirements.find(
          (requirement) => requirement.id === id,
        )!;
        return { disclosure, first: evidence[0]?.text ?? "" };
      };
      for (const example of good) {
        test(`${id} is disclosed by: ${shown(example)}`, () => {
          const { disclosure, first } = assessed(example);
          expect(disclosure).toBe("made");
          if (typeof example !== "string" && example.evidence) expect(first).toContain(example.evidence);
        });
      }
      for (const example of vague) {
        test(`${id} is only touched by: ${shown(example)}`, () => {
          expect(assessed(example).disclosure).toBe("vague");
        });
      }
      for (const example of bad) {
        test(`${id} is not disclosed by: ${shown(example)}`, () => {
          const { disclosure, first } = assessed(example);
          expect(disclosure, `on "${first}"`).not.toBe("made");
        });
      }
    }

    for (const [id, { good, bad }] of Object.entries(examples.wording)) {
      const presence = wording.find((rule) => rule.id === id)!.expects === "presence";
      const found = (example: Example): string[] =>
        analyseMarkdown(textOf(example), { language, asOf: AS_OF })
          .assessment.wording.filter((entry) => entry.id === id)
          .map(({ text }) => text);
      for (const example of good) {
        test(`${id} has nothing to say on: ${shown(example)}`, () => {
          if (presence) expect(found(example)).not.toEqual([]);
          else expect(found(example)).toEqual([]);
        });
      }
      for (const example of bad) {
        test(`${id} is reported in: ${shown(example)}`, () => {
          if (presence) expect(found(example)).toEqual([]);
          else expect(found(example)).not.toEqual([]);
        });
      }
    }
  });
}
