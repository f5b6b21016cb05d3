import { describe, expect, test } from "vitest";
import { outline, read } from "./read.js";

const page = (body: string) =>
  read(`<!doctype html><html lang="en"><body>${body}</body></html>`, "policy.html");

describe("what is not text", () => {
  test.each([
    ["scripts and styles", "<script>if (a < b) x()</script><style>p { a: b }</style><p>We bake.</p>"],
    ["comments", "<!-- old --><p>We bake.<!-- new --></p>"],
    ["what is hidden", '<p hidden>Old</p><p style="display: none">Old</p><p>We bake.</p>'],
    [
      "templates and what is for browsers without scripts",
      "<template><p>Old</p></template><noscript>Old</noscript><p>We bake.</p>",
    ],
    [
      "drawings and form fields",
      "<svg><title>Logo</title></svg><select><option>a</option></select><p>We bake.</p>",
    ],
  ])("%s", (_title, body) => {
    expect(outline(page(body))).toEqual(["We bake ."]);
  });

  test("a page that hides all of its text is read all the same", () => {
    const text = "We keep your orders for ten years, since the tax law asks for it. ".repeat(20);
    expect(page(`<h1>Privacy</h1><div style="display:none"><p>${text}</p></div>`).sentences).toHaveLength(21);
  });
});

describe("chrome", () => {
  const policy = `<main><h1>Privacy</h1>${"<p>We keep your orders for ten years, since the tax law asks for it.</p>".repeat(12)}</main>`;
  const chromeOf = (body: string) => page(body).blocks.filter(({ chrome }) => chrome).length;

  test.each([
    ["a menu", `<nav><ul><li><a href="/">Bread</a></li></ul></nav>${policy}`, 1],
    ["a header of links", `<header><a href="/">Brotzeit</a></header>${policy}`, 1],
    [
      "a cookie banner",
      `${policy}<div class="cookie-banner"><p>We use cookies.</p><button>Fine</button></div>`,
      2,
    ],
    ["links of the footer", `${policy}<footer><a href="/i">Imprint</a></footer>`, 1],
    [
      "not the address in the footer",
      `${policy}<footer><p>Brotzeit GmbH, Mühlgasse 12, 80331 München</p></footer>`,
      0,
    ],
    [
      "not a table of cookies",
      `${policy}<div class="cookie-table"><p>The basket cookie lasts a day.</p></div>`,
      0,
    ],
    [
      "not the heading of an article's header",
      `<article><header><h1>Privacy</h1></header>${policy}</article>`,
      0,
    ],
    [
      "not the date below the title",
      `<header><h1>Privacy</h1><p>Last updated: May 2026</p></header>${policy}`,
      0,
    ],
    ["not a policy that stands in a footer", `<footer>${policy}</footer>`, 0],
    ["not a policy that stands in a dialog", `<div role="dialog">${policy}</div>`, 0],
  ])("%s", (_title, body, count) => {
    expect(chromeOf(body)).toBe(count);
  });

  test("chrome stays in the blocks and out of the sentences", () => {
    const document = page(`<nav><a href="/">Bread</a></nav>${policy}`);
    expect(document.blocks[0]).toMatchObject({ chrome: true });
    expect(document.sentences[0]!.block).toBe(document.blocks[1]);
  });

  test("a table of contents is chrome", () => {
    const contents = "<ul><li>1. Data</li><li>2. Rights</li><li>3. Contact</li></ul>";
    const body = "<h2>1. Data</h2><p>a b</p><h2>2. Rights</h2><p>a b</p><h2>3. Contact</h2><p>a b</p>";
    expect(chromeOf(contents + body)).toBe(3);
  });
});

describe("structure", () => {
  test.each([
    ["omitted end tags", "<p>One.<p>Two.<ul><li>a<li>b</ul>", ["One .", "Two .", "- a", "- b"]],
    ["a line break", "<p>Brotzeit GmbH<br>Mühlgasse 12</p>", ["Brotzeit GmbH / Mühlgasse 12"]],
    ["two line breaks", "<p>We bake bread.<br><br>We sell cake.</p>", ["We bake bread .", "We sell cake ."]],
    [
      "a definition list",
      "<dl><dt>Retention</dt><dd>Ten years in all.</dd></dl>",
      ["1 Retention", "Ten years in all ."],
    ],
    [
      "a summary",
      "<details><summary>Your rights</summary><p>You may ask us.</p></details>",
      ["1 Your rights", "You may ask us ."],
    ],
    [
      "a bold paragraph",
      "<p><b>Your rights</b></p><p>You may ask us.</p>",
      ["1 Your rights", "You may ask us ."],
    ],
    [
      "a class of titles",
      '<div class="section-title">Your rights</div><p>You may ask us.</p>',
      ["1 Your rights", "You may ask us ."],
    ],
    [
      "an accordion",
      '<button class="accordion">Your rights</button><p>You may ask us.</p>',
      ["1 Your rights", "You may ask us ."],
    ],
    [
      "a name over its address, as its label",
      "<h2>Controller</h2><p><b>Brotzeit GmbH</b><br>Mühlgasse 12</p>",
      ["1 Controller", "2 Brotzeit GmbH", "Brotzeit GmbH / Mühlgasse 12"],
    ],
  ])("%s", (_title, body, expected) => {
    expect(outline(page(body))).toEqual(expected);
  });

  test("rows are read with the heads of their columns", () => {
    const document = page(
      "<table><tr><th>Data</th><th>Kept</th></tr><tr><td>Orders</td><td>10 years</td></tr><tr><td>Logs</td><td>7 days</td></tr></table>",
    );
    expect(outline(document)).toEqual(["| Data | Kept", "| Orders | 10 years", "| Logs | 7 days"]);
    expect(document.blocks[2]!.context).toEqual(document.blocks[0]!.sentences);
  });

  test("the first of two cells heads its row where no row of heads does", () => {
    const document = page(
      "<table><tr><td>Controller</td><td>Brotzeit GmbH</td></tr><tr><td>Kept</td><td>A year</td></tr></table>",
    );
    expect(outline(document)).toEqual([
      "1 Controller",
      "| Controller | Brotzeit GmbH",
      "1 Kept",
      "| Kept | A year",
    ]);
    expect(document.sentences).toHaveLength(4);
  });

  test("a table for the layout is dissolved", () => {
    expect(outline(page("<table><tr><td><h2>Rights</h2><p>You may ask us.</p></td></tr></table>"))).toEqual([
      "1 Rights",
      "You may ask us .",
    ]);
  });
});
