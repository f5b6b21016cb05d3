import { describe, expect, test } from "vitest";
import { commentsOf } from "../../src/cli/comments.js";
import { parseMarkdown } from "../../src/textlint/index.js";

const values = async (source: string, markdown: boolean) =>
  commentsOf(source, markdown ? await parseMarkdown(source) : null).map(({ value, range }) => {
    expect(source.slice(...range)).toContain(value);
    return value.trim();
  });

describe("comments of Markdown", () => {
  test("are those of its HTML", async () => {
    expect(await values("<!-- one -->\n\nText <!-- two --> more\n", true)).toEqual(["one", "two"]);
  });

  test("are not those that stand in code", async () => {
    expect(await values("```html\n<!-- one -->\n```\n\n`<!-- two -->`\n", true)).toEqual([]);
  });

  test("that are never closed take no time", async () => {
    expect(await values(`<!-- ${"crumb ".repeat(5000)}`, true)).toEqual([]);
  });
});

test("templates have their own forms of comments", async () => {
  const source = "<!-- a --> <%-- b --%> <%# c %> {/* d */} {# e #} {{!-- f --}}";
  expect(await values(source, false)).toEqual(["a", "b", "c", "d", "e", "f"]);
});
