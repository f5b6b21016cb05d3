import { createRequire } from "node:module";

export interface FrontMatter {
  format: "yaml" | "toml" | "json";
  text: string;
  /** Offset behind the closing line; 0 where there is no front matter. */
  end: number;
}

const FENCED = /^\ufeff?(---|\+\+\+)[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??\1[ \t]*(?:\r?\n|$)/;

export function findFrontMatter(source: string): FrontMatter | null {
  const fenced = FENCED.exec(source);
  if (fenced) {
    return { format: fenced[1] === "---" ? "yaml" : "toml", text: fenced[2] ?? "", end: fenced[0].length };
  }
  const json = /^\ufeff?\{\s*\n[\s\S]*?\n\}\s*\n/.exec(source);
  return json && /"\w+"\s*:/.test(json[0])
    ? { format: "json", text: json[0].trim(), end: json[0].length }
    : null;
}

/** The values, parsed; nothing where the front matter has mistakes, since it says nothing about the text then. */
export function parseFrontMatter({ format, text }: FrontMatter): Record<string, unknown> {
  try {
    const value: unknown =
      format === "yaml" ? yaml().parse(text) : format === "json" ? JSON.parse(text) : parseToml(text);
    return value !== null && typeof value === "object" && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}

/** One value, without parsing the rest: the language must be known before anything else is. */
export function peekFrontMatter({ text }: FrontMatter, key: string): string | null {
  const pattern = new RegExp(`^[ \\t]*"?${key}"?[ \\t]*[:=][ \\t]*["']?([\\w-]+)`, "im");
  return pattern.exec(text)?.[1] ?? null;
}

// Few documents have front matter, so the parser is loaded for those only.
function yaml(): { parse(text: string): unknown } {
  return createRequire(import.meta.url)("yaml") as { parse(text: string): unknown };
}

/** Top-level strings, numbers and booleans; tables are left out. */
function parseToml(text: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*\[/.test(line)) break;
    const found =
      /^\s*"?([\w-]+)"?\s*=\s*(?:"([^"]*)"|'([^']*)'|(true|false)|(-?\d+(?:\.\d+)?)\s*(?:#.*)?$|(\S+))/.exec(
        line,
      );
    if (!found) continue;
    const [, key, double, single, truth, number, other] = found;
    values[key!] = double ?? single ?? (truth ? truth === "true" : number ? Number(number) : other);
  }
  return values;
}
