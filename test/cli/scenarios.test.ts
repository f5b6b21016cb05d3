import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { patternOf, play, readScenario } from "../support/scenario.js";

const folder = fileURLToPath(new URL("scenarios/", import.meta.url));
const names = readdirSync(folder).filter((name) => name.endsWith(".scenario"));

describe("the command", () => {
  test.each(names.map((name) => [name, readScenario(`${folder}${name}`)] as const))(
    "%s",
    async (_, scenario) => {
      const outcome = await play(scenario);
      for (const { kind, name, text } of scenario.parts) {
        if (kind === "status")
          expect.soft(outcome.status, outcome.stdout + outcome.stderr).toBe(Number(text));
        if (kind === "stdout") expect.soft(outcome.stdout).toMatch(patternOf(text));
        if (kind === "stderr") expect.soft(outcome.stderr).toMatch(patternOf(text));
        if (kind === "then") expect.soft(`${outcome.file(name).trimEnd()}\n`).toMatch(patternOf(text));
      }
    },
  );

  test("every scenario says what it expects", () => {
    for (const name of names) {
      const { title, parts } = readScenario(`${folder}${name}`);
      expect(title, name).toMatch(/^[A-Z].*\.$/);
      expect(
        parts.map(({ kind }) => kind),
        name,
      ).toEqual(expect.arrayContaining(["command", "status"]));
    }
  });
});
