import { describe, expect, test } from "vitest";
import {
  type FindingContext,
  findings,
  listRules,
  noticeSubjects,
  readOptions,
  subjectOf,
} from "../../src/findings/index.js";
import { analysisOf, evidenceAt, requirement, smallCatalogue } from "../support/subject.js";

const source = "# Bakery\n\nWe bake when we like. Ask us about bread.\nA stale joke stands here.\n";
const catalogue = smallCatalogue();
const sources = {
  deadLaw: () => [{ id: "old-oven", replaced: "the new oven" }],
  models: () => ({ "opening-hours": 'We are "open" from six.', "cake-right": "You get cake." }),
};
const context: FindingContext = {
  catalogue,
  profile: { article: "both", unknown: "silent", rules: {} },
  locale: "en",
  version: "1.2.3",
};
const dated = { wording: { "baking-date": "Bakery" } };

function find(
  reading: Parameters<typeof analysisOf>[2],
  written: Record<string, unknown> = {},
  profile: Partial<FindingContext["profile"]> = {},
) {
  const subject = subjectOf(analysisOf(source, catalogue, { ...dated, ...reading }), sources);
  return findings(subject, { ...context, profile: { ...context.profile, ...profile } }, (rule) => {
    const { options, problems } = readOptions(rule, written[rule.id]);
    expect(problems).toEqual([]);
    return options;
  });
}

const none = { disclosure: "none" as const };
const vague = (text: string) => ({ disclosure: "vague" as const, evidence: [evidenceAt(source, text)] });

describe("what a requirement is reported as", () => {
  test("a duty that is made and due is not reported", () => {
    expect(find({})).toEqual([]);
  });

  test("a missing duty has the severity for none, and a model sentence", () => {
    const [finding, ...others] = find({ requirements: { "opening-hours": none } });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ ruleId: "opening-hours", kind: "none", severity: "error" });
    expect(finding!.message).toBe(
      "No mention of opening-hours. Readers want it. Write it. For example: “We are 'open' from six.” (Art. 13(2)(a))",
    );
  });

  test("a message about something missing has no ASCII double quotes, by which editors underline", () => {
    expect(find({ requirements: { "opening-hours": none } })[0]!.message).not.toContain('"');
  });

  test("a vague duty is reported at its passage, which the message quotes", () => {
    const [finding] = find({ requirements: { "opening-hours": vague("when we like") } });
    expect(finding).toMatchObject({ kind: "vague", severity: "warning" });
    expect(source.slice(...finding!.range)).toBe("when we like");
    expect(finding!.message).toContain('("when we like").');
  });

  test.each([
    ["no", []],
    ["unknown", []],
    ["yes", ["opening-hours"]],
  ] as const)("a missing duty whose being due is %s gives %j", (due, expected) => {
    expect(find({ requirements: { "opening-hours": { ...none, due } } }).map(({ ruleId }) => ruleId)).toEqual(
      expected,
    );
  });

  test("an unknown duty is information where the preset asks for it, and names the fact to set", () => {
    const [finding] = find(
      { requirements: { delivery: { ...none, due: "unknown" } } },
      {},
      { unknown: "info" },
    );
    expect(finding).toMatchObject({ kind: "unknown", severity: "info" });
    expect(finding!.message).toContain("facts: courier: none");
  });

  test("an unassessed duty is never reported", () => {
    expect(find({ requirements: { "opening-hours": { disclosure: "unassessed" } } })).toEqual([]);
  });
});

describe("groups", () => {
  test("all missing members are one finding that names each", () => {
    const found = find({ requirements: { "bread-right": none, "cake-right": none } });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ ruleId: "bread-rights", requirements: ["bread-right", "cake-right"] });
    expect(found[0]!.message).toMatch(/^No mention of: right to bread, right to cake\. /);
    expect(new Set(found[0]!.fingerprints).size).toBe(2);
  });

  test("a waived member is left out", () => {
    const written = { "bread-rights": { waive: ["bread-right"] } };
    const [finding] = find({ requirements: { "bread-right": none, "cake-right": none } }, written);
    expect(finding!.requirements).toEqual(["cake-right"]);
    expect(finding!.text.model).toBe("You get cake.");
  });

  test("a vague member is a finding of its own, at its passage", () => {
    const found = find({ requirements: { "bread-right": none, "cake-right": vague("Ask us about bread") } });
    expect(found.map(({ kind, requirements }) => [kind, requirements])).toEqual([
      ["none", ["bread-right"]],
      ["vague", ["cake-right"]],
    ]);
  });

  test("the fingerprint of a member does not change when another one goes missing", () => {
    const one = find({ requirements: { "cake-right": none } })[0]!;
    const two = find({ requirements: { "bread-right": none, "cake-right": none } })[0]!;
    expect(two.fingerprints).toContain(one.fingerprints[0]);
  });
});

describe("wording", () => {
  test("each occurrence is a finding", () => {
    const [finding] = find({ wording: { ...dated.wording, "stale-joke": "A stale joke" } });
    expect(finding).toMatchObject({ ruleId: "stale-joke", requirements: [], severity: "warning" });
    expect(finding!.message).toContain('("A stale joke").');
  });

  test("wording that names something dead is told with what holds now", () => {
    const analysis = analysisOf(source, catalogue, {
      wording: { ...dated.wording, "stale-joke": "A stale joke" },
    });
    analysis.assessment.wording[0]!.value = "unheard-of";
    analysis.assessment.wording.find(({ id }) => id === "stale-joke")!.value = "old-oven";
    const [finding] = findings(subjectOf(analysis, sources), context);
    expect(finding!.message).toContain("Delete it. What holds today: the new oven. (Art. 12(1))");
  });

  test("wording that is expected is a finding where it is absent", () => {
    expect(find({ wording: {} }).map(({ ruleId }) => ruleId)).toEqual(["baking-date"]);
  });
});

describe("options", () => {
  const gaps = {
    requirements: { "opening-hours": vague("when we like"), delivery: { ...none, due: "unknown" as const } },
  };

  test("vague: false reports only what is missing", () => {
    expect(find(gaps, { "opening-hours": { vague: false } })).toEqual([]);
  });

  test.each([["When we  like"], ["/when .* like/"]])(
    "a passage that allows holds (%s) is in order",
    (allowed) => {
      expect(find(gaps, { "opening-hours": { allows: [allowed] } })).toEqual([]);
    },
  );

  test("a fact makes a duty due", () => {
    expect(find(gaps, { delivery: { fact: "exists" } }).map(({ ruleId }) => ruleId)).toContain("delivery");
  });

  test("the user's severity outdoes the preset's, and the preset's the rule's", () => {
    const missing = { requirements: { "opening-hours": none } };
    const preset = { rules: { "opening-hours": "info" as const } };
    expect(find(missing, {}, preset)[0]!.severity).toBe("info");
    expect(find(missing, { "opening-hours": { severity: "warning" } }, preset)[0]!.severity).toBe("warning");
  });

  const rule = (id: string) => listRules(catalogue).find((candidate) => candidate.id === id)!;

  test.each([
    [
      "opening-hours",
      { vag: false },
      "Rule opening-hours has no option vag. Its options are allows, severity, vague.",
    ],
    ["opening-hours", { vague: "no" }, "Option vague of rule opening-hours must be true or false, not “no”."],
    [
      "bread-rights",
      { waive: ["pie-right"] },
      'Option waive of rule bread-rights must be a list with any of bread-right, cake-right, not ["pie-right"].',
    ],
    ["delivery", { fact: "maybe" }, "Option fact of rule delivery must be none or exists, not “maybe”."],
    [
      "stale-joke",
      { severity: "fatal" },
      "Option severity of rule stale-joke must be error, warning or info, not “fatal”.",
    ],
    [
      "stale-joke",
      "warning",
      "The options of rule stale-joke must be true, false or an object with any of allows, severity, not “warning”.",
    ],
    ["stale-joke", { allows: ["/(/"] }, /^Option allows of rule stale-joke must be .*regular expression/],
  ])("what is wrong with the options of %s (%j) is said", (id, written, expected) => {
    const { problems } = readOptions(rule(id), written);
    expect(problems).toEqual([typeof expected === "string" ? expected : expect.stringMatching(expected)]);
  });
});

describe("presets for one article", () => {
  const allMissing = {
    requirements: Object.fromEntries(
      catalogue.requirements.map(({ id }) => [id, { ...none, due: "unknown" as const }]),
    ),
  };

  test("a duty of the other article is not due", () => {
    const gaps = { requirements: { "flour-source": none } };
    expect(find(gaps, {}, { article: "13" })).toEqual([]);
    expect(find(gaps, {}, { article: "14" })).toHaveLength(1);
  });

  test("a duty of Article 14 alone is due under it whatever the text says", () => {
    expect(find(allMissing, {}, { article: "14" }).map(({ ruleId }) => ruleId)).toEqual(["flour-source"]);
  });

  test("a message cites the article of the preset", () => {
    const [finding] = find({ requirements: { "opening-hours": none } }, {}, { article: "14" });
    expect(finding!.message).toMatch(/\(Art\. 14\(2\)\(a\)\)$/);
  });
});

describe("the document as a whole", () => {
  test("a text that is no policy is one information and nothing else", () => {
    const found = find({ status: "not-a-policy", requirements: { "opening-hours": none } });
    expect(found.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([["policy", "info"]]);
  });

  test("an unsupported language is one error that names the known ones", () => {
    const found = find({ status: "unsupported-language" });
    expect(found.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([["policy", "error"]]);
    expect(found[0]!.message).toContain("en, de");
  });
});

describe("files that are read as one notice", () => {
  const missing = (id: string) => analysisOf(source, catalogue, { ...dated, requirements: { [id]: none } });

  test("what one of them discloses counts for all", () => {
    const subjects = noticeSubjects([missing("opening-hours"), missing("bread-right")], sources);
    expect(subjects.flatMap((subject) => findings(subject, context))).toEqual([]);
  });

  test("what all leave out is reported once, in the first", () => {
    const subjects = noticeSubjects([missing("opening-hours"), missing("opening-hours")], sources);
    expect(subjects.map((subject) => findings(subject, context).length)).toEqual([1, 0]);
  });

  test("a part that is no policy on its own is read all the same", () => {
    const imprint = analysisOf(source, catalogue, { ...dated, status: "not-a-policy" });
    const subjects = noticeSubjects([missing("opening-hours"), imprint], sources);
    expect(subjects.flatMap((subject) => findings(subject, context))).toEqual([]);
  });

  test("a date in one of them is enough", () => {
    const undated = analysisOf(source, catalogue, {});
    const subjects = noticeSubjects([undated, missing("opening-hours")], sources);
    expect(findings(subjects[0]!, context).map(({ ruleId }) => ruleId)).toEqual([]);
  });

  test("a vague disclosure is reported where it stands", () => {
    const hinting = analysisOf(source, catalogue, {
      ...dated,
      requirements: { "opening-hours": vague("when we like") },
    });
    const subjects = noticeSubjects([missing("opening-hours"), hinting], sources);
    expect(subjects.map((subject) => findings(subject, context).map(({ kind }) => kind))).toEqual([
      [],
      ["vague"],
    ]);
  });
});

test("a group without a file is told by name", () => {
  const broken = smallCatalogue({ requirements: [requirement("lost", { group: "nowhere" })] });
  expect(() => listRules(broken)).toThrow("Group nowhere of requirement lost has no file.");
});
