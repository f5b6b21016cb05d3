import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { pathFromRoot, repositoryRoot } from "../src/repository.js";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "gdprlint-")));
mkdirSync(join(folder, "site/.git"), { recursive: true });
mkdirSync(join(folder, "site/legal/en"), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

describe("the root", () => {
  test("is the nearest folder that git keeps", () => {
    expect(repositoryRoot(join(folder, "site/legal/en"))).toBe(join(folder, "site"));
  });

  test("is the folder itself where git keeps none", () => {
    expect(repositoryRoot(folder)).toBe(folder);
  });
});

describe("a path from the root", () => {
  const root = join(folder, "site");
  test.each([
    ["legal", "privacy.md", "legal/privacy.md"],
    ["legal/en", "../privacy.md", "legal/privacy.md"],
    ["legal", join(root, "privacy.md"), "privacy.md"],
    ["legal", "..privacy.md", "legal/..privacy.md"],
    ["legal", "<stdin>", "<stdin>"],
    ["legal", "../../else.md", join(folder, "else.md")],
  ])("of %s/%s", (from, file, expected) => {
    expect(pathFromRoot(root, join(root, from), file)).toBe(expected);
  });
});
