/** Whatever happens to a data file, the answer is a value or a DataError at a place in it, never another exception. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { z } from "zod";
import { parseData } from "../../src/catalogue/load.js";
import { DataError } from "../../src/catalogue/problem.js";
import { DATA_FILES, yamlFiles } from "../../src/catalogue/source.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const MUTATIONS = 12;

/** Mulberry32: the same numbers in [0, 1) for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const NOISE = [
  "[",
  "]",
  "{",
  "}",
  ":",
  "- ",
  '"',
  "'",
  "&x ",
  "*x ",
  "!!x ",
  "\t",
  "#",
  "|",
  "---\n",
  "\0",
  "é",
  "?",
  "<<: 3",
];
const VALUES = [
  "3",
  "[]",
  "{}",
  "null",
  "true",
  "''",
  "[[1]]",
  "{a: {b: c}}",
  "2020-13-45",
  "__proto__",
  "*gone",
];

const mutations: ((lines: string[], pick: (count: number) => number) => string)[] = [
  // A line is lost.
  (lines, pick) => lines.toSpliced(pick(lines.length), 1).join("\n"),
  // A line stands twice.
  (lines, pick) => {
    const at = pick(lines.length);
    return lines.toSpliced(at, 0, lines[at]!).join("\n");
  },
  // A value becomes another kind of value.
  (lines, pick) => {
    const at = pick(lines.length);
    return lines.with(at, lines[at]!.replace(/(: |- ).*/, `$1${VALUES[pick(VALUES.length)]}`)).join("\n");
  },
  // A key is misspelt.
  (lines, pick) => {
    const at = pick(lines.length);
    return lines.with(at, lines[at]!.replace(/([a-z])([a-z]):/, "$2$1x:")).join("\n");
  },
  // A sign falls into a line.
  (lines, pick) => {
    const at = pick(lines.length);
    const column = pick(lines[at]!.length + 1);
    const line = lines[at]!;
    return lines.with(at, line.slice(0, column) + NOISE[pick(NOISE.length)] + line.slice(column)).join("\n");
  },
  // A line moves inwards.
  (lines, pick) => {
    const at = pick(lines.length);
    return lines.with(at, `   ${lines[at]}`).join("\n");
  },
  // The rest is lost.
  (lines, pick) => {
    const text = lines.join("\n");
    return text.slice(0, pick(text.length));
  },
];

/** Long lists are cut: what a fault does to one entry it does to the next. */
const LONGEST = 400;

const files = Object.values(DATA_FILES).flatMap(({ where, schema }: { where: string; schema: z.ZodType }) =>
  (where.endsWith(".yml") ? [where] : yamlFiles(root, where)).map((file) => ({ file, schema })),
);

test.each(files)("$file", ({ file, schema }) => {
  const random = randomFrom([...file].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) | 0);
  const pick = (count: number): number => Math.floor(random() * count);
  const lines = readFileSync(join(root, file), "utf8").split("\n");
  const start = Math.max(0, pick(lines.length) - LONGEST);
  const part = lines.length > LONGEST ? lines.slice(start, start + LONGEST) : lines;
  for (let i = 0; i < MUTATIONS; i++) {
    const text = mutations[i % mutations.length]!(part, pick);
    try {
      parseData(schema, text, file);
    } catch (error) {
      if (!(error instanceof DataError)) throw new Error(`mutation ${i}: ${(error as Error).stack}\n${text}`);
      expect(error.problems.length).toBeGreaterThan(0);
      for (const problem of error.problems) {
        expect(problem.file).toBe(file);
        expect(problem.line).toBeGreaterThan(0);
        expect(problem.line).toBeLessThanOrEqual(text.split("\n").length + 1);
        expect(problem.column).toBeGreaterThan(0);
      }
      expect(error.message).not.toContain("\n");
    }
  }
});
