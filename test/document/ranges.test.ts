import { expect, test } from "vitest";
import { locate } from "../../src/document/index.js";
import { read } from "./read.js";

const tokensOf = (source: string, file: string) =>
  read(source, file).sentences.flatMap(({ tokens }) => tokens);

/** Sources in which every token stands as it is written. */
const PLAIN: [title: string, file: string, source: string][] = [
  [
    "headings, lists and links",
    "a.md",
    "# Privacy\n\nWe [ask](https://a.example) you:\n\n- for *your* **name**\n  and [address][1]\n\n[1]: /b\n",
  ],
  ["quotes and their continuation", "a.md", "> We keep\n> your data\n> for a year.\n"],
  [
    "nested lists",
    "a.md",
    "1. We keep\n   - your name\n     and your order\n   - your address\n2. We bake\n",
  ],
  ["tables", "a.md", "| Data | Kept |\n| --- | --- |\n| orders | *10* years |\n"],
  [
    "HTML in Markdown",
    "a.md",
    "<details>\n<summary>Rights</summary>\n\nYou may ask.\n\n</details>\n\nWe <b>bake</b> bread.\n",
  ],
  [
    "an HTML table in Markdown",
    "a.md",
    "<table>\n<tr><td>a</td><td>b</td></tr>\n\n<tr><td>c</td><td>d</td></tr>\n</table>\n",
  ],
  ["code", "a.md", "We set `basket_id`.\n\n    It lasts a day.\n"],
  ["footnotes", "a.md", "We bake[^1].\n\n[^1]: Since 1990.\n"],
  ["Windows line ends", "a.md", "# Privacy\r\n\r\nWe keep\r\nyour data.\r\n\r\n- a\r\n- b\r\n"],
  ["Windows line ends in plain text", "a.txt", "Privacy\r\n\r\nWe keep\r\nyour data.\r\n"],
  ["old Macintosh line ends", "a.txt", "Privacy\r\rWe keep your data.\r"],
  ["a byte order mark in Markdown", "a.md", "\ufeff# Privacy\n\nWe keep your data.\n"],
  ["a byte order mark in HTML", "a.html", "\ufeff<h1>Privacy</h1><p>We keep your data.</p>"],
  ["a byte order mark in plain text", "a.txt", "\ufeffWe keep your data.\n"],
  ["front matter", "a.md", "---\ntitle: Privacy\n---\n\nWe keep your data.\n"],
  ["characters beyond the basic plane", "a.md", "🥐 We keep 𝐲our data 🍞 a year.\n"],
  [
    "nested elements",
    "a.html",
    "<div><p>We <em>keep <strong>your</strong></em> data</p><ul><li>a<ul><li>b</li></ul></li></ul></div>",
  ],
  ["broken HTML", "a.html", "<p>We keep < your data</b> <i>for</p> a year</div>"],
];

test.each(PLAIN)("each token covers its own text: %s", (_title, file, source) => {
  const tokens = tokensOf(source, file);
  expect(tokens.length).toBeGreaterThan(2);
  for (const { text, range } of tokens) expect(source.slice(...range)).toBe(text);
});

test.each([
  [
    "an entity in HTML",
    "a.html",
    "<p>We&nbsp;sell bread &amp; cake, b&uuml;cher</p>",
    [
      ["&", "&amp;"],
      ["bücher", "b&uuml;cher"],
    ],
  ],
  [
    "an entity in Markdown",
    "a.md",
    "bread &amp; cake &copy;\n",
    [
      ["&", "&amp;"],
      ["©", "&copy;"],
    ],
  ],
  ["an escape in Markdown", "a.md", "bread \\* cake\n", [["*", "\\*"]]],
  ["markup inside a word", "a.md", "per**sonal** data\n", [["personal", "per**sonal"]]],
  ["a soft hyphen", "a.txt", "Daten\u00adschutz here\n", [["Datenschutz", "Daten\u00adschutz"]]],
])("a token covers what stands for it: %s", (_title, file, source, expected) => {
  const tokens = tokensOf(source, file);
  for (const [text, written] of expected) {
    const token = tokens.find((candidate) => candidate.text === text)!;
    expect(source.slice(...token.range)).toBe(written);
  }
});

test.each(PLAIN)("sentences lie in their blocks, and both follow each other: %s", (_title, file, source) => {
  const { blocks, sentences } = read(source, file);
  for (const block of blocks) {
    for (const sentence of block.sentences) {
      expect(sentence.range).toEqual([sentence.tokens[0]!.range[0], sentence.tokens.at(-1)!.range[1]]);
      expect(sentence.range[0]).toBeGreaterThanOrEqual(block.range[0]);
      expect(sentence.range[1]).toBeLessThanOrEqual(block.range[1]);
    }
  }
  const starts = sentences.map(({ range }) => range[0]);
  expect(starts).toEqual([...starts].sort((a, b) => a - b));
});

test("lines and columns count from one, in UTF-16 units", () => {
  const source = "a\r\n🥐b\nc";
  expect(locate(source, 0)).toEqual({ line: 1, column: 1 });
  expect(locate(source, source.indexOf("b"))).toEqual({ line: 2, column: 3 });
  expect(locate(source, source.length)).toEqual({ line: 3, column: 2 });
});
