/** What holds for all rules. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkSources } from "../../src/catalogue/from-source.js";
import { formatProblem } from "../../src/catalogue/problem.js";
import { DATA_FILES, readSources, ruleIds, yamlFiles } from "../../src/catalogue/source.js";
import type { Clause, LanguageDefinition } from "../../src/catalogue/types.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const sources = readSources(root);
const requirements = sources.requirements.map(({ value }) => value);
const groups = sources.groups.map(({ value }) => value);
const wording = sources.wording.map(({ value }) => value);
const rules = [...requirements, ...groups, ...wording];

test("every file has the form of its schema, and its references lead somewhere", () => {
  expect(checkSources(sources).map(formatProblem)).toEqual([]);
});

test("every requirement and wording rule of the contract is there", () => {
  expect(requirements.map(({ id }) => id).sort()).toEqual(
    [
      ...[
        "controller-identity",
        "controller-contact",
        "representative",
        "dpo-contact",
        "purposes",
        "legal-basis",
      ],
      ...["legitimate-interests", "recipients", "third-country-transfer", "transfer-safeguards"],
      ...["retention-period", "right-access", "right-rectification", "right-erasure", "right-restriction"],
      ...["right-object", "right-portability", "withdraw-consent", "complaint-authority"],
      ...["statutory-requirement", "automated-decisions", "data-categories", "data-source"],
    ].sort(),
  );
  expect(wording.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      ...["deemed-consent", "browser-cookie-control", "outdated-reference", "last-updated"],
      ...["absolute-security", "placeholder"],
    ]),
  );
});

describe("a data file", () => {
  const files = Object.entries(DATA_FILES).flatMap(([name, { where }]) =>
    (where.endsWith(".yml") ? [where] : yamlFiles(root, where)).map((file) => ({ file, name })),
  );
  test.each(files)("$file names its schema for editors", ({ file, name }) => {
    const up = "../".repeat(file.split("/").length - 1);
    const [first] = readFileSync(join(root, file), "utf8").split("\n");
    expect(first).toBe(`# yaml-language-server: $schema=${up}schemas/${name}.json`);
    expect(existsSync(join(root, `schemas/${name}.json`))).toBe(true);
  });
});

describe("a rule", () => {
  const articles = sources.coverage?.value.articles ?? {};

  test.each(rules)("$id rests on articles that the coverage knows", ({ law }) => {
    expect(law.filter((article) => !Object.hasOwn(articles, article))).toEqual([]);
  });

  test.each([...requirements, ...wording])(
    "$id is named by the coverage of each of its articles",
    ({ id, law, ...rest }) => {
      const rule = "group" in rest && rest.group !== undefined ? rest.group : id;
      expect(law.filter((article) => !articles[article]?.rules?.includes(rule))).toEqual([]);
    },
  );

  test.each(rules.filter((rule) => !("group" in rule) || rule.group === undefined))(
    "$id says in English what it finds, why it matters and what to write",
    ({ messages }) => {
      const texts = Object.values(messages.en ?? {}).flatMap((message) =>
        message === undefined ? [] : [message],
      );
      expect(texts.length).toBeGreaterThan(0);
      for (const { what, why, write } of texts) {
        expect(what).toMatch(/[^.\s]\s*$/);
        expect(what.trim()).not.toContain("\n\n");
        for (const sentence of [why, write]) expect(sentence.trim()).toMatch(/^[A-Z].*[.]$/s);
        // Editors underline what stands between quotation marks, and that is the passage.
        expect(what + why + write).not.toContain('"');
        expect(what + why + write).not.toMatch(/\b(illegal|unlawful|compliant|compliance)\b/i);
      }
    },
  );

  test.each(requirements.filter(({ vague, group }) => vague.length > 0 && group === undefined))(
    "$id has a message for what is only vague",
    ({ messages, severity }) => {
      if (severity.vague !== "off") expect(messages.en).toHaveProperty("vague");
    },
  );

  test.each(rules)("$id has a title, a description and a page", ({ id, title, docs, ...rest }) => {
    expect(title).toMatch(/^[A-Z][^.]*$/);
    for (const text of [docs.checks, docs["false-positives"], docs["when-not"]])
      expect(text.trim()).toMatch(/\.$/);
    expect(docs.references.length).toBeGreaterThan(0);
    const page = "group" in rest && rest.group !== undefined ? rest.group : id;
    expect(existsSync(join(root, `docs/rules/${page}.md`))).toBe(true);
  });

  test("stands in every preset", () => {
    for (const { value } of sources.presets) {
      expect(Object.keys(value.rules).sort(), value.id).toEqual(ruleIds(sources).sort());
    }
  });
});

describe("coverage", () => {
  const articles = Object.entries(sources.coverage?.value.articles ?? {});

  test.each(articles)(
    "of %s names a rule or says why there is none",
    (_, { rules: named, "not-checked": reason }) => {
      expect((named?.length ?? 0) > 0 || reason !== undefined).toBe(true);
    },
  );

  test("holds every point of Articles 13 and 14", () => {
    const points = [
      ...["(1)(a)", "(1)(b)", "(1)(c)", "(1)(d)", "(1)(e)", "(1)(f)"],
      ...["(2)(a)", "(2)(b)", "(2)(c)", "(2)(d)", "(2)(e)", "(2)(f)"],
    ];
    const wanted = [
      ...points.flatMap((point) => [`13${point}`, `14${point}`]),
      ...["13(3)", "13(4)", "14(2)(g)", "14(3)(a)", "14(3)(b)", "14(3)(c)", "14(4)"],
      ...[
        "14(5)(a)",
        "14(5)(b)",
        "14(5)(c)",
        "14(5)(d)",
        "7(3)",
        "21(4)",
        "22",
        "26(2)",
        "27",
        "37(7)",
        "46",
        "77",
      ],
    ];
    expect(articles.map(([article]) => article)).toEqual(expect.arrayContaining(wanted));
  });
});

describe("a language with an examples file", () => {
  for (const { value: examples } of sources.examples) {
    const language = sources.languages.find(({ value }) => value.language === examples.language)!.value;

    test.each(requirements.filter(({ made }) => made.some((clause) => speaks(language, clause))))(
      `${examples.language} has examples of $id`,
      ({ id }) => {
        expect(examples.requirements).toHaveProperty(id);
      },
    );
    test.each(wording.filter(({ finds }) => finds.some((clause) => speaks(language, clause))))(
      `${examples.language} has examples of $id`,
      ({ id }) => {
        expect(examples.wording).toHaveProperty(id);
      },
    );
  }
});

/** Whether the language has words for at least one concept of each place of the clause. */
function speaks({ concepts }: LanguageDefinition, { all }: Clause): boolean {
  const known = sources.concepts?.value ?? {};
  return (all ?? []).every((place) =>
    place
      .split("|")
      .some((name) => Object.hasOwn(concepts, name.trim()) || !Object.hasOwn(known, name.trim())),
  );
}
