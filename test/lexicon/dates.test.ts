import { expect, test } from "vitest";
import { tokenise } from "../../src/document/tokenise.js";
import { simpleEntities } from "../../src/lexicon/entities.js";

const words = { numbers: new Map<string, number>(), months: new Map([["mai", 5]]) };
const dates = (text: string) =>
  simpleEntities(tokenise(text), words)
    .filter(({ entity }) => entity === "date")
    .map(({ value }) => value);

test.each([
  ["Stand: 05/2018", ["2018-05"]],
  ["(Stand 5/2018)", ["2018-05"]],
  ["Stand 05.2018", ["2018-05"]],
  ["Stand: Mai 2018", ["2018-05"]],
  ["25.05.2018", ["2018-05-25"]],
  ["25/05/2018", ["2018-05-25"]],
  ["Verordnung 679/2016", []],
  ["13/2018", []],
])("%s", (text, expected) => {
  expect(dates(text)).toEqual(expected);
});
