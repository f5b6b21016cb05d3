import { expect, test } from "vitest";
import { drawRange, wrap } from "../../src/report/index.js";

const draw = (source: string, text: string, width = 40): string => {
  const start = source.indexOf(text);
  const { code, marks } = drawRange(source, [start, start + text.length], width);
  return `${code}\n${marks}`;
};

test("a passage is marked below its line", () => {
  expect(draw("First.\nWe bake bread.\nLast.", "bread")).toBe("We bake bread.\n        ~~~~~");
});

test("a passage over several lines is marked to the end of the first", () => {
  expect(draw("We bake\nbread.", "bake\nbread")).toBe("We bake\n   ~~~~");
});

test("a long line is cut to a window around the passage", () => {
  const line = `${"dough ".repeat(20)}rises slowly ${"crumb ".repeat(20)}`;
  const drawn = draw(line, "rises slowly");
  const [code, marks] = drawn.split("\n") as [string, string];
  expect(code.length).toBeLessThanOrEqual(42);
  expect(code.slice(marks.indexOf("~"), marks.lastIndexOf("~") + 1)).toBe("rises slowly");
});

test("a passage longer than the window is marked as far as it is seen", () => {
  const [code, marks] = draw("crumb ".repeat(40), "crumb ".repeat(39).trim()).split("\n") as [string, string];
  expect(marks.length).toBeLessThanOrEqual(code.length);
});

test("signs that move the cursor do not shift the marks", () => {
  expect(draw("\tWe\u001b[31m bake", "bake")).toBe(" We [31m bake\n         ~~~~");
});

test("text is broken between words", () => {
  expect(wrap("flour, water and salt", 12)).toEqual(["flour, water", "and salt"]);
});
