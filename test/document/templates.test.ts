import { describe, expect, test } from "vitest";
import { maskTemplates } from "../../src/document/index.js";
import { outline, read } from "./read.js";

const masked = (source: string, file: string) => maskTemplates(source, file).replace(/\s+/g, " ").trim();

describe("template code is blanked", () => {
  test.each([
    [
      "Liquid tags and values",
      "{% if shop %}We sell {{ site.goods }} here.{% endif %}",
      "policy.md",
      "We sell here.",
    ],
    [
      "what a Liquid comment holds",
      "We bake.{% comment %}Ask Anna{% endcomment %} Daily.",
      "policy.md",
      "We bake. Daily.",
    ],
    [
      "Hugo shortcodes, but not the words between them",
      "{{< mail >}}Baker{{< /mail >}} writes",
      "policy.md",
      "Baker writes",
    ],
    [
      "ERB, but not the words of a link",
      '<p>Ask <%= link_to "our officer", "/dpo" %>.</p>',
      "policy.html.erb",
      "<p>Ask our officer .</p>",
    ],
    [
      "JSP directives, comments and expressions",
      `<%@ page %><%-- old --%><p>\${name} bakes</p>`,
      "policy.jsp",
      "<p> bakes</p>",
    ],
    [
      "PHP up to the end of the file",
      "<p>We bake</p><?php echo 1; if (a > b)",
      "policy.php",
      "<p>We bake</p>",
    ],
    ["Nunjucks", "<h1>{{ title }}</h1>{# note #}<p>We bake</p>", "policy.njk", "<h1> </h1> <p>We bake</p>"],
    [
      "the script of an Astro page",
      '---\nimport Base from "./b.astro";\nconst a = [1];\n---\n<p>We bake</p>',
      "policy.astro",
      "<p>We bake</p>",
    ],
    [
      "expressions, but not the markup in them",
      "<ul>{goods.map((g) => (<li>bread {g.name}</li>))}</ul>",
      "policy.astro",
      "<ul> <li>bread </li> </ul>",
    ],
    [
      "a string that is all there is",
      '<p>{"We bake"}{" "}bread</p>',
      "policy.astro",
      "<p> We bake bread</p>",
    ],
    ["imports of MDX", 'import Box from "./box";\n\n# Privacy', "policy.mdx", "# Privacy"],
  ])("%s", (_title, source, file, expected) => {
    expect(masked(source, file)).toBe(expected);
  });
});

test("the length and the line ends stay as they are", () => {
  const source = "a{% if b\r\n %}c\n<% d\n %>e";
  const result = maskTemplates(source, "a.liquid");
  expect(result).toHaveLength(source.length);
  expect(result.replace(/[^\r\n]/g, "")).toBe(source.replace(/[^\r\n]/g, ""));
});

test("a place that nobody filled in stays where nothing else speaks of a template", () => {
  const source = "# Privacy\n\n{{company}} keeps your data.";
  expect(maskTemplates(source, "policy.md")).toBe(source);
  expect(maskTemplates(`---\nlayout: page\n---\n${source}`, "policy.md")).not.toContain("{{company}}");
});

test("a Markdown page with code is read without it", () => {
  const source =
    "---\nlayout: page\n---\n# Privacy\n\n{% if shop %}\nWe sell *{{ page.goods }}* bread.\n{% endif %}\n";
  expect(outline(read(source))).toEqual(["1 Privacy", "We sell bread ."]);
});
