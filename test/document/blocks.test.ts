import { describe, expect, test } from "vitest";
import { kindOf } from "../../src/document/index.js";
import { outline, read, textOf, words } from "./read.js";

const RIGHTS = "You may ask us at any time which data of yours we hold.";

describe("what is a heading", () => {
  test.each([
    ["a first line glued to its paragraph", `Your rights\n${RIGHTS}`, "policy.txt", "1 Your rights"],
    ["a line over its paragraph", `Your rights\n\n${RIGHTS}`, "policy.txt", "1 Your rights"],
    ["a line in capitals", `YOUR RIGHTS\n\n${RIGHTS}`, "policy.txt", "1 YOUR RIGHTS"],
    ["an underlined line", `Your rights\n-----------\n${RIGHTS}`, "policy.txt", "1 Your rights"],
    ["a numbered line", `3. Your rights\n\n${RIGHTS}`, "policy.txt", "1 3 . Your rights"],
    ["a section sign", `§ 4 Your rights\n\n${RIGHTS}`, "policy.txt", "1 § 4 Your rights"],
    ["a roman numeral", `IV. Your rights\n\n${RIGHTS}`, "policy.txt", "1 IV . Your rights"],
    ["a question", `What may you ask?\n\n${RIGHTS}`, "policy.txt", "1 What may you ask ?"],
    ["a marked heading in a plain text", `# Your rights\n${RIGHTS}`, "policy.txt", "1 Your rights"],
    ["a bold paragraph", `**Your rights**\n\n${RIGHTS}`, "policy.md", "1 Your rights"],
    ["a bold first line", `**Your rights**\n${RIGHTS}`, "policy.md", "1 Your rights"],
    ["a numbered list of one item", `1. Your rights\n\n${RIGHTS}`, "policy.md", "1 Your rights"],
  ])("%s", (_title, source, file, heading) => {
    const [first, second] = outline(read(`${source}\n\nWe bake bread every day but Sunday.`, file));
    expect(first).toBe(heading);
    expect(second).toMatch(/^You may ask us/);
  });
});

describe("what is no heading", () => {
  const document = (text: string) => read(`# Privacy\n\nWe bake bread.\n\n${text}\n\n${RIGHTS}\n`);
  test.each([
    ["a short sentence", "We sell bread."],
    ["an e-mail address", "E-mail: info@brotzeit.example"],
    ["a bold e-mail address", "**E-mail:** info@brotzeit.example"],
    ["the lines of an address", "Crumb & Crust Ltd\n12 Mill Street\nLondon"],
    ["a date", "Last updated: 4 May 2026"],
    ["a bold date", "**Last updated: 4 May 2026**"],
    ["bold words that go on", "**We** keep your data."],
    ["a bold sentence", "**We will never ever sell your personal data to anybody.**"],
    ["a line that the next one goes on with", "We keep your orders and\n\nyour address."],
  ])("%s", (_title, text) => {
    const headings = document(text).blocks.filter(({ kind }) => kind === "heading");
    expect(headings.map(textOf)).toEqual(["Privacy"]);
  });
});

describe("sections", () => {
  test("a heading that only looks like one lies below the real one", () => {
    const source = `# Privacy\n\n## Rights\n\n**Access**\n\n${RIGHTS}\n\n**Erasure**\n\n${RIGHTS}\n\n## Contact\n\nAsk us.\n`;
    expect(outline(read(source)).filter((line) => /^\d/.test(line))).toEqual([
      "1 Privacy",
      "2 Rights",
      "3 Access",
      "3 Erasure",
      "2 Contact",
    ]);
  });

  test("numbers tell how deep a heading lies", () => {
    const source = `1. Data\n\n${RIGHTS}\n\n1.1 Orders\n\n${RIGHTS}\n\n2. Rights\n\n${RIGHTS}\n`;
    expect(outline(read(source, "policy.txt")).filter((line) => /^\d /.test(line))).toEqual([
      "1 1 . Data",
      "2 1.1 Orders",
      "1 2 . Rights",
    ]);
  });

  test("a section holds its own blocks only, the first one has no heading", () => {
    const { sections } = read(`We bake.\n\n# Rights\n\n${RIGHTS}\n\n## Access\n\nAsk us.\n`);
    expect(
      sections.map(({ heading, level, blocks }) => [heading && textOf(heading), level, blocks.length]),
    ).toEqual([
      [null, 0, 1],
      ["Rights", 1, 1],
      ["Access", 2, 1],
    ]);
    expect(sections[2]!.parent).toBe(sections[1]);
  });

  test("a label's section ends with its paragraph, or with the list that this leads in", () => {
    const document = read(
      "# Privacy\n\n**Purposes.** We use your name:\n\n- to bake\n- to send\n\nWe sell cake.\n",
    );
    const heads = document.blocks.map(({ section }) => section.heading && textOf(section.heading));
    expect(heads).toEqual(["Privacy", "Purposes .", "Purposes .", "Purposes .", "Purposes .", "Privacy"]);
  });

  test("a label's words are in its block and once in the sentences", () => {
    const document = read("# Privacy\n\n**Retention:** We keep orders for ten years.\n");
    expect(outline(document)).toEqual([
      "1 Privacy",
      "2 Retention :",
      "Retention : We keep orders for ten years .",
    ]);
    expect(document.sentences).toHaveLength(2);
  });

  test.each([
    ["the only first heading", "We bake.\n\n# Privacy\n\n## Data\n\nWe keep it.\n", "Privacy"],
    [
      "the first line of a text without headings",
      `Privacy at Brotzeit\n\n${RIGHTS}\n`,
      "Privacy at Brotzeit",
    ],
    [
      "the line above where every section is a first heading",
      `**Privacy**\n\n# Data\n\n${RIGHTS}\n\n# Rights\n\n${RIGHTS}\n`,
      "Privacy",
    ],
  ])("the title is %s", (_title, source, expected) => {
    expect(textOf(read(source).title!)).toBe(expected);
  });
});

describe("lists", () => {
  const items = (source: string, file = "policy.md") =>
    read(source, file).blocks.filter(({ kind }) => kind === "item");

  test("an item is read with the words before its list", () => {
    const [access, erase] = items(
      "# Rights\n\nWe bake. You have the right to:\n\n- access your data\n- erase it\n",
    );
    expect(textOf(access!)).toBe("access your data");
    expect(erase!.context.map(({ tokens }) => tokens.at(-1)!.text)).toEqual([".", ":"]);
    expect(access!.list).toBe(erase!.list);
  });

  test("of a long paragraph only the last sentence leads in", () => {
    const [item] = items(`${`${RIGHTS} `.repeat(6)}You have the right to:\n\n- access\n`);
    expect(item!.context.map(words)).toEqual(["You have the right to :"]);
  });

  test("a heading leads in", () => {
    const [item] = items("# You have the right to:\n\n- access your data\n- erase it\n");
    expect(item!.context).toHaveLength(1);
  });

  test("an inner list is read with the outer item, too", () => {
    const inner = items("We keep:\n\n- orders\n  - name\n  - price\n- logs\n")[1]!;
    expect(inner.context.map(({ tokens }) => tokens[0]!.text)).toEqual(["We", "orders"]);
  });

  test("a label in an item heads it and stays in it", () => {
    const document = read("# Rights\n\nYou have:\n\n- **Access:** ask us\n- **Erasure:** tell us\n");
    const [access] = document.blocks.filter(({ kind }) => kind === "item");
    expect(textOf(access!)).toBe("Access : ask us");
    expect(textOf(access!.section.heading!)).toBe("Access :");
    expect(textOf(access!.section.parent!.heading!)).toBe("Rights");
  });

  test.each([
    ["bullets in plain text", "We keep:\n• your name\n• your order\n", "policy.txt"],
    ["dashes in plain text", "We keep:\n\n- your name\n- your order\n", "policy.txt"],
    ["letters in plain text", "We keep:\na) your name\nb) your order\n", "policy.txt"],
    ["numbers in plain text", "We keep:\n1. your name\n2. your order\n", "policy.txt"],
    [
      "lines without marks",
      "We keep:\n\nyour name\n\nyour order\n\nWe bake bread every day but Sunday.\n",
      "policy.txt",
    ],
    ["paragraphs with bullets", "<p>We keep:</p><p>– your name</p><p>– your order</p>", "policy.html"],
    ["lines with breaks", "<p>We keep:<br>your name<br>your order</p>", "policy.html"],
    ["an enumeration in a sentence", "We keep: (i) your name; and (ii) your order", "policy.md"],
    ["letters in a sentence", "We keep a) your name, b) your order", "policy.md"],
  ])("items are: %s", (_title, source, file) => {
    const found = items(source, file);
    expect(found).toHaveLength(2);
    expect(textOf(found[0]!)).toMatch(/^your name/);
    expect(textOf(found[1]!)).toMatch(/^your order/);
    expect(found[1]!.context.map(words)).toEqual([expect.stringMatching(/^We keep/)]);
  });

  test.each([
    ["cited points", "This rests on Art. 6 (1) (a) and (b) GDPR."],
    ["points behind an abbreviation", "It rests on lit. a) or lit. b) of the act."],
    ["a single letter", "We keep a) your name."],
  ])("no items are: %s", (_title, source) => {
    expect(items(source)).toEqual([]);
  });

  test("what follows an enumeration is no part of it", () => {
    const document = read("We use it (i) to send orders; (ii) to write invoices. Nobody else gets it.");
    expect(outline(document)).toEqual([
      "We use it",
      "- to send orders ;",
      "- to write invoices .",
      "Nobody else gets it .",
    ]);
  });
});

test("a Markdown table's rows are read with the heads of their columns", () => {
  const document = read("| Data | Kept |\n| --- | --- |\n| orders | ten years |\n");
  expect(outline(document)).toEqual(["| Data | Kept", "| orders | ten years"]);
  expect(document.blocks[1]!.context.map(words)).toEqual(["Data", "Kept"]);
});

test.each([
  ["a/policy.html.erb", "", "html"],
  ["policy.md.erb", "", "markdown"],
  ["policy.jsp", "", "html"],
  ["policy.TXT", "", "text"],
  ["", "<!doctype html><p>We bake.", "html"],
  ["policy", "# Privacy\n\nWe bake.", "markdown"],
  ["policy", "We bake bread.", "text"],
])("the reader for %s %s", (file, source, kind) => {
  expect(kindOf(file, source)).toBe(kind);
});
