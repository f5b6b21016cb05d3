import { describe, expect, test } from "vitest";
import { references } from "../../src/catalogue/check.js";
import { catalogueFrom } from "../../src/catalogue/from-source.js";
import { DataError, formatProblem } from "../../src/catalogue/problem.js";
import { edit, textOf, writeTree } from "./tree.js";

function problemsOf(changes: Record<string, string | null>): string[] {
  try {
    catalogueFrom(writeTree(changes));
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    return error.problems.map(formatProblem);
  }
  return [];
}

const RETENTION = "rules/requirements/retention-period.yml";
const ACCESS = "rules/requirements/right-access.yml";
const EN = "rules/languages/en.yml";
const EXAMPLES = "rules/examples/en.yml";
const PRESET = "presets/recommended.yml";

describe("a reference that leads nowhere is a problem at its place", () => {
  const cases: [what: string, changes: Record<string, string>, problem: string][] = [
    [
      "a concept in a clause",
      edit(RETENTION, "retain | delete", "retian | delete"),
      `${RETENTION}:9:11 made[0].all[0]: the concept "retian" is not in rules/concepts.yml; did you mean "retain"?`,
    ],
    [
      "a concept in an anchor",
      edit(RETENTION, "[about-storage]", "[about-baking]"),
      `${RETENTION}:10:10 anchor[0]: the concept "about-baking" is not in rules/concepts.yml`,
    ],
    [
      "an id that is not the file's name",
      edit(RETENTION, "id: retention-period", "id: retention"),
      `${RETENTION}:1:5 id: expected "retention-period", the name of the file, found "retention"`,
    ],
    [
      "a group without a file",
      edit(ACCESS, "rights-list", "right-list"),
      `${ACCESS}:5:8 group: there is no rules/groups/right-list.yml; did you mean "rights-list"?`,
    ],
    [
      "a fact that gdprlint.yml does not know",
      edit(RETENTION, "due: always", "due: always\nfact: baker"),
      `${RETENTION}:6:7 fact: expected one of dpo, transfers, representative, automated-decisions, other-sources, found "baker"`,
    ],
    [
      "a concept of a language",
      edit(EN, "  delete:", "  delet:"),
      `${EN}:17:3 concepts.delet: the concept "delet" is not in rules/concepts.yml; did you mean "delete"?`,
    ],
    [
      "an entity that a language defines",
      edit(EN, "  delete:", "  vendor:"),
      `${EN}:17:3 concepts.vendor: the concept "vendor" is not in rules/concepts.yml; the program finds it itself`,
    ],
    [
      "a reference in a phrase",
      edit(EN, '"{_keep}"', '"{_kept}"'),
      `${EN}:15:7 concepts.retain[0]: {_kept} is neither a concept of this file nor an entity`,
    ],
    [
      "a language that is not the file's name",
      edit(EN, "language: en", "language: sv"),
      `${EN}:1:11 language: expected "en", the name of the file, found "sv"`,
    ],
    [
      "a rule in an example",
      edit(EXAMPLES, "  retention-period:", "  retention:"),
      `${EXAMPLES}:3:3 requirements.retention: there is no rules/requirements/retention.yml`,
    ],
    [
      "a rule in a preset",
      edit(PRESET, "placeholder", "placeholders"),
      `${PRESET}:3:56 rules.placeholders: there is no rule "placeholders"; did you mean "placeholder"?`,
    ],
    [
      "a member of a group in a preset",
      edit(PRESET, "rights-list", "right-access"),
      `${PRESET}:3:36 rules.right-access: there is no rule "right-access"`,
    ],
    [
      "a rule in the coverage",
      edit("rules/coverage.yml", "rules: [retention-period]", "rules: [retention-periods]"),
      'rules/coverage.yml:2:52 articles.13(2)(a).rules[0]: there is no rule "retention-periods"; did you mean "retention-period"?',
    ],
    [
      "a concept in reference data",
      edit("rules/reference/vendors.yml", "oven corp", '"{retain} corp"'),
      "rules/reference/vendors.yml:2:24 vendors[0].names[0]: {retain} is not an entity; reference data knows no concepts",
    ],
    [
      "an id given twice",
      edit("rules/reference/vendors.yml", "id: mill", "id: oven"),
      'rules/reference/vendors.yml:3:10 vendors[1].id: the id "oven" is given twice',
    ],
  ];
  test.each(cases)("%s", (_, changes, problem) => {
    expect(problemsOf(changes)).toContain(problem);
  });
});

test("one id for two rules", () => {
  const twin = textOf("rules/wording/placeholder.yml").replace("id: placeholder", "id: rights-list");
  expect(problemsOf({ "rules/wording/rights-list.yml": twin })).toEqual([
    'rules/wording/rights-list.yml:1:5 id: "rights-list" is already the id of rules/groups/rights-list.yml',
  ]);
});

test("problems of all files are listed together", () => {
  const changes = { ...edit(RETENTION, "due: always", "due: 3"), ...edit(EN, "name: English", "name: 3") };
  expect(problemsOf(changes).map((problem) => problem.split(":")[0])).toEqual([RETENTION, EN]);
});

test("names in braces, escaped ones left out", () => {
  expect(references("for {duration} or \\{name\\} and {_keep}")).toEqual(["duration", "_keep"]);
});

describe("what a run loads", () => {
  test("holds every file, and the first good example as model", () => {
    const { catalogue, reference, languages } = catalogueFrom(writeTree());
    expect(catalogue.requirements.map(({ id }) => id)).toEqual(["retention-period", "right-access"]);
    expect(catalogue.languages).toEqual(["en"]);
    expect(reference.vendors).toHaveLength(2);
    expect(reference.authorities).toEqual([]);
    expect(languages.en?.models).toEqual({ "retention-period": "We keep orders for ten years." });
    expect(languages.en?.countryNames).toMatchObject({ SE: "Sweden", US: "United States" });
    expect(languages.en?.countryNames).not.toHaveProperty("EU");
  });

  test("has no models in a language without examples", () => {
    expect(catalogueFrom(writeTree({ [EXAMPLES]: null })).languages.en?.models).toEqual({});
  });

  test("knows the day on which dead law died", () => {
    const law =
      "entries:\n  - {id: old-bread-act, names: [old bread act], died: 2018-05-25, replaced: The new one}\n";
    expect(catalogueFrom(writeTree({ "rules/reference/dead-law.yml": law })).catalogue.deaths).toEqual({
      "old-bread-act": "2018-05-25",
    });
  });
});
