import { expect, test } from "vitest";
import { tokenise } from "../../src/document/tokenise.js";
import { houseNumbers, postcodes } from "../../src/lexicon/address.js";

const shown = (find: typeof postcodes) => (text: string) => {
  const tokens = tokenise(text);
  return find(tokens).map(({ start, end }) =>
    tokens
      .slice(start, end)
      .map((token) => token.text)
      .join(" "),
  );
};

test.each([
  ["Mehlweg 3, 10115 Berlin", ["10115 Berlin"]],
  ["Mehlweg 3a 8001 Zürich", ["8001 Zürich"]],
  ["Mehlweg 3, 8001 Zürich", ["8001 Zürich"]],
  ["A-1070 Wien", ["1070 Wien"]],
  ["12 Baker Street, London SW1A 1AA", ["SW1A 1AA"]],
  ["seit Mai 1999 Bäcker", []],
  ["we sold 4000 Loaves", []],
])("postcodes of %s", (text, expected) => {
  expect(shown(postcodes)(text)).toEqual(expected);
});

test("house numbers are figures", () => {
  expect(shown(houseNumbers)("one of 12 streets, 3a, 123456")).toEqual(["12", "3a"]);
});
