import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { factKeys, listIds } from "./support/ids.js";

const src = fileURLToPath(new URL("../src/", import.meta.url));

/** Folder of src/ -> the folders that it may import from. */
const below: Record<string, string[]> = {
  catalogue: [],
  document: [],
  lexicon: ["catalogue", "document"],
  assess: ["catalogue", "document", "lexicon"],
  findings: ["catalogue", "document", "assess"],
  settings: ["catalogue"],
  textlint: ["catalogue", "document", "assess", "findings", "settings"],
  report: ["catalogue", "document", "assess", "findings"],
  cli: ["catalogue", "document", "assess", "findings", "settings", "textlint", "report"],
};

const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const folderOf = (path: string): string => relative(src, path).split(/[\\/]/)[0]!;
const importsOf = (file: string): string[] =>
  [...readFileSync(join(src, file), "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(
    (found) => found[1]!,
  );

describe("imports go one way", () => {
  test.each(Object.keys(below))("%s", (folder) => {
    const wrong = files
      .filter((file) => folderOf(join(src, file)) === folder)
      .flatMap((file) =>
        importsOf(file)
          .filter((name) => name.startsWith("."))
          .map((name) => folderOf(resolve(src, dirname(file), name)))
          // A file of its own in src/ is for everyone.
          .filter((target) => !target.endsWith(".js"))
          .filter((target) => target !== folder && !below[folder]!.includes(target))
          .map((target) => `${file} imports from ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  test("every folder of src/ has its place", () => {
    const folders = new Set(
      files.filter((file) => /[\\/]/.test(file)).map((file) => folderOf(join(src, file))),
    );
    expect([...folders].sort()).toEqual(Object.keys(below).sort());
  });
});

test("only cli/ colours, prints and ends the process", () => {
  const others = files.filter((file) => folderOf(join(src, file)) !== "cli");
  const wrong = others.filter((file) => {
    const text = readFileSync(join(src, file), "utf8");
    const buildScript = /^build\.ts$/.test(file);
    return (
      !buildScript &&
      (/\bconsole\.|process\.(?:stdout|stderr|exit)/.test(text) || importsOf(file).includes("chalk"))
    );
  });
  expect(wrong).toEqual([]);
});

test("nothing in src/ names a requirement or a wording rule", () => {
  const named = new Set(listIds().filter((id) => !factKeys().includes(id)));
  const wrong = files.flatMap((file) => {
    const code = readFileSync(join(src, file), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
    return [...code.matchAll(/\b[a-z]+(?:-[a-z]+)+\b/g)]
      .filter(([name]) => named.has(name))
      .map(([name]) => `${file} names ${name}`);
  });
  expect(wrong).toEqual([]);
});
