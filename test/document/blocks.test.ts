import { describe, expect, test } from "vitest";
import { outline, read, textOf } from "./read.js";

describe("headings", () => {
  test.each([
    [
      "a first line glued to its paragraph",
      "Your rights\nYou may ask us at any time which data of yours we hold.",
      "policy.txt",
      ["1 Your rights", "You may ask us at any time which data of yours we hold ."],
    ],
    [
      "a question",
      "# Privacy\n\nHow long do we keep your data?\n\nWe keep your orders for ten years.",
      "policy.md",
      ["1 Privacy", "2 How long do we keep your data ?", "We keep your orders for ten years ."],
    ],
    [
      "a bold run-in label heads its paragraph only",
      "# Privacy\n\n**Retention.** We keep your order for ten years.\n\nWe bake bread.",
      "policy.md",
      ["1 Privacy", "2 Retention .", "Retention . / We keep your order for ten years .", "We bake bread ."],
    ],
  ])("%s", (_title, source, filePath, expected) => {
    expect(outline(read(source, filePath))).toEqual(expected);
  });
});

describe("lists", () => {
  test("an item is read with the words before its list", () => {
    const document = read("# Rights\n\nWe bake. You have the right to:\n\n- access your data\n- erase it\n");
    const items = document.blocks.filter(({ kind }) => kind === "item");
    expect(items.map(textOf)).toEqual(["access your data", "erase it"]);
    expect(items[1]!.context.map(({ tokens }) => tokens.at(-1)!.text)).toEqual([".", ":"]);
    expect(items[0]!.list).toBe(items[1]!.list);
  });

  test("an enumeration inside a paragraph becomes items", () => {
    const document = read(
      "We use your address (i) to send your order; (ii) to write your invoice. Nobody else gets it.",
    );
    expect(outline(document)).toEqual([
      "We use your address",
      "- to send your order ;",
      "- to write your invoice .",
      "Nobody else gets it .",
    ]);
  });
});
