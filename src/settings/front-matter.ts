import type { ConfigProblem, Layer } from "./types.js";

const block = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/**
 * Settings under the key gdprlint of a policy's YAML front matter. A language
 * given as lang is read with the document itself.
 */
export async function readFrontMatter(
  source: string,
  file: string,
): Promise<{ layer: Layer | null; problems: ConfigProblem[] }> {
  const text = block.exec(source)?.[1];
  if (text === undefined || !/^gdprlint[ \t]*:/m.test(text)) return { layer: null, problems: [] };
  const { parseFrontMatterSettings } = await import("./parse.js");
  const { values, problems } = parseFrontMatterSettings(file, text);
  return { layer: { source: "front matter", values }, problems };
}
