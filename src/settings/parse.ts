import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { config as schema } from "../catalogue/schema.js";
import type { ConfigDefinition } from "../catalogue/types.js";
import type { ConfigProblem } from "./types.js";

/** The keys that the schema knows at a path. */
function keysAt(path: readonly PropertyKey[]): string[] {
  let at: unknown = schema;
  for (const step of [...path, null]) {
    while (typeof (at as { unwrap?: unknown }).unwrap === "function")
      at = (at as z.ZodOptional<z.ZodType>).unwrap();
    if (step !== null) at = (at as z.ZodObject).shape[step as string];
  }
  return Object.keys((at as z.ZodObject).shape);
}

function wording(issue: z.core.$ZodIssue): string {
  const name = issue.path.join(".");
  switch (issue.code) {
    case "unrecognized_keys":
      return `Unknown key ${issue.keys.join(", ")}${name === "" ? "" : ` in ${name}`}. Known keys are ${keysAt(issue.path).join(", ")}.`;
    case "invalid_value":
      return `${name} must be ${issue.values.map(String).join(" or ")}.`;
    case "invalid_type":
      return name === ""
        ? `This must be a list of settings (${keysAt([]).join(", ")}).`
        : `${name} must be ${issue.expected === "array" ? "a list" : issue.expected === "object" ? "a list of settings" : `a ${issue.expected}`}.`;
    case "invalid_format":
      return `${name} must be ${name === "language" ? "a language code of two letters, as de" : "a date, as 2026-01-31"}.`;
    default:
      return `${name}: ${issue.message}.`;
  }
}

/**
 * Reads settings from YAML.
 * @param file as shown in problems
 * @param text the YAML text
 * @param firstLine line of the file on which the text begins, 1-based
 * @param key read the settings under this key; other keys are somebody else's
 */
export function parseSettings(
  file: string,
  text: string,
  firstLine = 1,
  key?: string,
): { values: ConfigDefinition; problems: ConfigProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number): Pick<ConfigProblem, "line" | "column"> => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => ({
      file,
      ...at(error.pos[0]),
      message: `This is no valid YAML: ${error.message.split("\n")[0]!.replace(/ at line \d+, column \d+:?$/, "")}.`,
    }));
    return { values: {}, problems };
  }
  const written: unknown = key === undefined ? document.toJS() : (document.toJS() as never)?.[key];
  if (written === null || written === undefined) return { values: {}, problems: [] };
  const checked = schema.safeParse(written);
  if (checked.success) return { values: checked.data, problems: [] };
  const problems = checked.error.issues.map((issue) => {
    const path = [...(key === undefined ? [] : [key]), ...issue.path] as (string | number)[];
    const wrong = issue.code === "unrecognized_keys" ? [...path, issue.keys[0]!] : path;
    const parent = document.getIn(wrong.slice(0, -1), true) as { items?: unknown[] } | undefined;
    const pair = (parent?.items as { key?: { value?: unknown; range?: number[] } }[] | undefined)?.find(
      (item) => item.key?.value === wrong.at(-1),
    );
    const node = document.getIn(wrong, true) as { range?: number[] } | undefined;
    const offset = pair?.key?.range?.[0] ?? node?.range?.[0] ?? 0;
    return { file, ...at(offset), message: wording(issue) };
  });
  return { values: {}, problems };
}
