import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import recommended from "../../src/index.js";
import { createPreset } from "../../src/textlint/index.js";
import { lintWith } from "../support/kernel.js";

const policy =
  "# Privacy policy\n\nWe use your personal data to bake. By using this site you agree to this policy.\n";
const idsOf = (messages: { ruleId: string }[]) => messages.map(({ ruleId }) => ruleId.replace("gdpr/", ""));

async function deemed(options: unknown) {
  const messages = await lintWith(recommended, policy, { options: { "deemed-consent": options } });
  return messages.filter(({ ruleId }) => ruleId === "gdpr/deemed-consent");
}

describe("a rule in textlint", () => {
  test("reports at the passage, with the article and what tools need as data", async () => {
    const [message] = await deemed(true);
    expect(policy.slice(...message!.range)).toMatch(/^By using this site you agree/);
    expect(message!.message).toMatch(/^[^\n]*\("By using this site[^"]*"\)\. [^"\n]*\(Art\. 4\(11\)\)$/);
    expect(message!.severity).toBe(2);
    expect(message!.data).toMatchObject({
      kind: "wording",
      law: ["4(11)", "7(2)"],
      article: "Art. 4(11)",
      url: expect.stringMatching(/docs\/rules\/deemed-consent\.md$/),
    });
  });

  test.each([
    ["info", 3],
    ["warning", 1],
    ["error", 2],
  ])("takes the severity %s that a user gives", async (severity, level) => {
    expect((await deemed({ severity })).map((message) => message.severity)).toEqual([level]);
  });

  test("takes passages that are in order", async () => {
    expect(await deemed({ allows: ["by using this site"] })).toEqual([]);
  });

  test.each([
    [{ allow: [] }, "Rule deemed-consent has no option allow. Its options are allows, severity."],
    [{ allows: "x" }, /^Option allows of rule deemed-consent must be a list of texts/],
    ["warning", /^The options of rule deemed-consent must be true, false or an object/],
  ])("tells a wrong option (%j), and works with its defaults", async (options, expected) => {
    const messages = await deemed(options);
    expect(messages.map(({ message }) => message)).toEqual(
      expect.arrayContaining([typeof expected === "string" ? expected : expect.stringMatching(expected)]),
    );
    expect(messages).toHaveLength(2);
  });

  test("keeps its preset's severity where a user gives another option", async () => {
    const { catalogue, rule } = await import("../support/rule.js");
    const preset = {
      ...recommended,
      rules: { "deemed-consent": rule("deemed-consent", { "deemed-consent": "info" }, catalogue) },
    };
    const messages = await lintWith(preset, policy, { options: { "deemed-consent": { allows: [] } } });
    expect(messages.map(({ severity }) => severity)).toEqual([3]);
  });
});

describe("messages", () => {
  test("are single lines, all different, that end with their article", async () => {
    const messages = await lintWith(recommended, policy);
    expect(messages.length).toBeGreaterThan(5);
    expect(new Set(messages.map(({ message }) => message)).size).toBe(messages.length);
    for (const { message } of messages) expect(message).toMatch(/^[^\n]+ \(Art\. \d+(?:\(\w+\))*\)$/);
  });

  test("about what is missing have no ASCII double quotes", async () => {
    const messages = await lintWith(recommended, policy);
    const missing = messages.filter(({ data }) => (data as { kind: string }).kind === "none");
    expect(missing.length).toBeGreaterThan(3);
    expect(missing.filter(({ message }) => message.includes('"'))).toEqual([]);
  });
});

describe("what is missing can be suppressed", () => {
  test("by a comment before the title, also behind front matter", async () => {
    const source = `---\ntitle: Privacy\n---\n\n<!-- textlint-disable gdpr/retention-period -- see the shop's terms -->\n\n${policy}`;
    expect(idsOf(await lintWith(recommended, policy))).toContain("retention-period");
    expect(idsOf(await lintWith(recommended, source))).not.toContain("retention-period");
  });

  test("in a range that ends behind the title", async () => {
    const source = policy.replace(
      "# Privacy policy\n",
      "<!-- textlint-disable -->\n\n# Privacy policy\n\n<!-- textlint-enable -->\n",
    );
    expect(idsOf(await lintWith(recommended, source))).not.toContain("retention-period");
    expect(idsOf(await lintWith(recommended, source))).toContain("deemed-consent");
  });
});

describe("texts that are not assessed", () => {
  test.each([
    ["a recipe", "# Rye bread\n\nMix flour, water and salt, and bake it for an hour in a hot oven.\n", 3],
    ["an empty text", "", 3],
    ["front matter and nothing else", "---\ntitle: x\n---\n", 3],
    [
      "a text in a language without rules",
      "---\nlang: eu\n---\n\n# Pribatutasun politika\n\nOgia egiten dugu.\n",
      2,
    ],
  ])("%s gets one message", async (_, source, severity) => {
    const messages = await lintWith(recommended, source);
    expect(messages.map((message) => [message.ruleId, message.severity])).toEqual([
      ["gdpr/policy", severity],
    ]);
  });
});

describe("texts of other kinds", () => {
  const title = "Privacy policy of Brotzeit";
  const sentence = "By using this site you agree to this policy.";

  test.each([
    ["plain text", "/bakery/privacy.txt", `${title}\n\nWe use your personal data. ${sentence}\n`],
    [
      "HTML",
      "/bakery/privacy.html",
      `<h1>${title}</h1>\n<p>We use your personal data.</p>\n<!-- crumb --><p>${sentence}</p>\n`,
    ],
    [
      "Windows line ends",
      "/bakery/privacy.md",
      `# ${title}\r\n\r\nWe use your personal data. ${sentence}\r\n`,
    ],
  ])("%s is read, each finding at its place", async (_, filePath, source) => {
    const messages = await lintWith(recommended, source, { filePath });
    const places = messages.map(({ ruleId, range }) => [ruleId, source.slice(...range)]);
    expect(places).toContainEqual(["gdpr/last-updated", title]);
    expect(places).toContainEqual([
      "gdpr/deemed-consent",
      expect.stringMatching(/^By using this site you agree/),
    ]);
  });

  test("a byte order mark does not shift lines and columns", async () => {
    const messages = await lintWith(recommended, `\ufeff${policy}`);
    const found = messages.find(({ ruleId }) => ruleId === "gdpr/deemed-consent")!;
    expect([found.line, found.column]).toEqual([3, 36]);
  });
});

describe("gdprlint.yml beside the configuration", () => {
  const folderWith = (files: Record<string, string>): string => {
    const folder = mkdtempSync(join(tmpdir(), "gdprlint-"));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return folder;
  };

  test("makes duties due", async () => {
    const configBaseDir = folderWith({ "gdprlint.yml": "facts: {transfers: exists}\n" });
    expect(idsOf(await lintWith(recommended, policy, { configBaseDir }))).toContain("third-country-transfer");
  });

  test("with a mistake is one message", async () => {
    const configBaseDir = folderWith({ "gdprlint.yml": "facts: {dpo: maybe}\n" });
    const messages = await lintWith(recommended, policy, { configBaseDir });
    expect(messages.map(({ message }) => message)).toEqual([
      expect.stringMatching(/gdprlint\.yml:1:14 facts\.dpo: expected one of none, exists, found "maybe"$/),
    ]);
  });

  test("names files that are read as one notice", async () => {
    const rights = "# Your rights\n\nYou have the right to lodge a complaint with a supervisory authority.\n";
    const folder = folderWith({
      "gdprlint.yml": "notice: [privacy.md, rights.md]\n",
      "privacy.md": policy,
      "rights.md": rights,
    });
    const run = { configBaseDir: folder, filePath: join(folder, "privacy.md") };
    expect(idsOf(await lintWith(recommended, policy))).toContain("complaint-authority");
    expect(idsOf(await lintWith(recommended, policy, run))).not.toContain("complaint-authority");
    const second = await lintWith(recommended, rights, { ...run, filePath: join(folder, "rights.md") });
    expect(second).toEqual([]);
  });

  test("naming a file that is not there is one message", async () => {
    const folder = folderWith({ "gdprlint.yml": "notice: [privacy.md, gone.md]\n", "privacy.md": policy });
    const messages = await lintWith(recommended, policy, {
      configBaseDir: folder,
      filePath: join(folder, "privacy.md"),
    });
    expect(messages.map(({ message }) => message)).toEqual([expect.stringMatching(/gone\.md/)]);
  });
});

test("a preset that cannot be loaded says so in a message, since textlint swallows exceptions", async () => {
  const messages = await lintWith(createPreset("nonesuch"), policy);
  expect(messages.map(({ message }) => message)).toEqual([
    "The rules of gdprlint could not be loaded: there is no preset nonesuch",
  ]);
});
