/**
 * YAML -> checked, typed values. Whatever is wrong with a file, the caller gets
 * a DataError that names the place; nothing else is ever thrown.
 */
import { readFileSync } from "node:fs";
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
} from "yaml";
import type { z } from "zod";
import { expectedAt, keysAt } from "./expected.js";
import { DataError, didYouMean, type Problem } from "./problem.js";

type Path = readonly PropertyKey[];

/** A checked value together with the places of its parts. */
export interface Loaded<T> {
  file: string;
  value: T;
  /** A problem at the value that `path` leads to, or at that entry's key. */
  problem(path: Path, what: string, at?: "value" | "key"): Problem;
}

/**
 * Checks `text` against `schema`. `file` is only used to name the file in
 * messages. Throws DataError with every problem found.
 */
export function parseData<T extends z.ZodType>(schema: T, text: string, file: string): Loaded<z.infer<T>> {
  const source = new Source(text, file);
  const input = source.read();
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) {
    return {
      file,
      value: result.data,
      problem: (path, what, at = "value") => source.problem(path, what, at),
    };
  }
  const problems = result.error.issues.flatMap((issue) => issueProblems(source, schema, issue as Issue, []));
  problems.sort((a, b) => a.line - b.line || a.column - b.column);
  throw new DataError(problems);
}

/** As parseData, from a file; `shown` is the name for messages, `file` itself by default. */
export function loadData<T extends z.ZodType>(schema: T, file: string, shown = file): Loaded<z.infer<T>> {
  return parseData(schema, readText(file, shown), shown);
}

function readText(file: string, shown: string): string {
  const fault = (what: string) => new DataError([{ file: shown, line: 1, column: 1, path: "", what }]);
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    const reason = code === "ENOENT" ? "no such file" : code === "EISDIR" ? "is a directory" : code;
    throw fault(`cannot be read (${reason})`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw fault("expected UTF-8 text");
  }
}

/** The parsed YAML with its places. */
class Source {
  private readonly lines = new LineCounter();
  private readonly document: Document.Parsed;

  constructor(
    text: string,
    private readonly file: string,
  ) {
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false });
  }

  /** The plain value. */
  read(): unknown {
    const faults = [...this.document.errors, ...this.document.warnings];
    if (faults.length > 0) {
      throw new DataError(
        faults.map((fault) => this.at(fault.pos[0], "", syntaxText(fault.code, fault.message))),
      );
    }
    try {
      return this.document.toJS({ maxAliasCount: 100 });
    } catch (error) {
      // An alias without its anchor, or aliases that unfold without end.
      throw new DataError([this.at(0, "", `YAML: ${(error as Error).message}`)]);
    }
  }

  problem(path: Path, what: string, at: "value" | "key" = "value"): Problem {
    let node: unknown = this.document.contents;
    let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    let key = offset;
    for (const step of path) {
      const next: { key: unknown; value: unknown } | null = child(this.resolve(node), step);
      if (next === null) break;
      key = start(next.key) ?? start(next.value) ?? offset;
      // An empty value has no place of its own; its key has.
      offset = isEmpty(next.value) ? key : (start(next.value) ?? key);
      node = next.value;
    }
    return this.at(at === "key" ? key : offset, formatPath(path), what);
  }

  private resolve(node: unknown): unknown {
    return isAlias(node) ? node.resolve(this.document) : node;
  }

  private at(offset: number, path: string, what: string): Problem {
    const { line, col } = this.lines.linePos(offset);
    return { file: this.file, line: Math.max(line, 1), column: Math.max(col, 1), path, what };
  }
}

function child(node: unknown, step: PropertyKey): { key: unknown; value: unknown } | null {
  if (isMap(node)) {
    const pair = node.items.find(
      (item) => String(isScalar(item.key) ? item.key.value : item.key) === String(step),
    );
    return pair === undefined ? null : { key: pair.key, value: pair.value };
  }
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? null : { key: item, value: item };
  }
  return null;
}

const start = (node: unknown): number | undefined => (isNode(node) ? (node as Node).range?.[0] : undefined);

const isEmpty = (node: unknown): boolean =>
  node === null || (isScalar(node) && node.value === null && (node.source ?? "") === "");

function formatPath(path: Path): string {
  return path
    .map((step, i) => (typeof step === "number" ? `[${step}]` : `${i > 0 ? "." : ""}${String(step)}`))
    .join("");
}

function syntaxText(code: string, message: string): string {
  if (code === "DUPLICATE_KEY") return "the same key is given twice";
  if (code === "MULTIPLE_DOCS") return "expected one YAML document, found several";
  return `YAML: ${message.split("\n")[0]}`;
}

/* ------------------------------------------------------ issues in words --- */

interface Issue {
  code: string;
  message: string;
  path: PropertyKey[];
  input?: unknown;
  keys?: string[];
  errors?: Issue[][];
  issues?: Issue[];
  origin?: string;
  minimum?: number;
  maximum?: number;
  format?: string;
}

function issueProblems(source: Source, schema: z.ZodType, issue: Issue, above: Path): Problem[] {
  const path = [...above, ...issue.path];
  switch (issue.code) {
    case "unrecognized_keys":
      return (issue.keys ?? []).map((key) => {
        const known = keysAt(schema, path);
        const hint = didYouMean(key, known) || `; known are ${known.join(", ")}`;
        return source.problem([...path, key], `unknown key${hint}`, "key");
      });
    case "invalid_union": {
      const branch = likeliestBranch(issue.errors ?? []);
      if (branch !== null) return branch.flatMap((inner) => issueProblems(source, schema, inner, path));
      break;
    }
    case "invalid_key": {
      const reason = issue.issues?.[0];
      const text = reason === undefined ? "another name" : ownText(reason);
      return [source.problem(path, `expected ${text ?? "another name"} as key`, "key")];
    }
  }
  return [source.problem(path, issueText(schema, issue, path))];
}

/**
 * Of the ways to read a value, the one that its author meant: the kind of value
 * is right there, so the faults lie deeper. Null where no way fits the kind.
 */
function likeliestBranch(branches: Issue[][]): Issue[] | null {
  const fitting = branches.filter(
    (issues) =>
      issues.length > 0 &&
      issues.every(
        (issue) => issue.path.length > 0 || !["invalid_type", "invalid_value"].includes(issue.code),
      ),
  );
  fitting.sort((a, b) => a.length - b.length);
  return fitting[0] ?? null;
}

function issueText(schema: z.ZodType, issue: Issue, path: Path): string {
  if (issue.code === "invalid_type" && issue.input === undefined) {
    const expected = expectedAt(schema, path);
    return `missing${expected === null ? "" : `; expected ${expected}`}`;
  }
  const found = foundText(issue.input);
  const own = ownText(issue);
  if (own !== null) return issue.code === "custom" ? own : `expected ${own}, found ${found}`;
  return `expected ${expectedAt(schema, path) ?? "another value"}, found ${found}`;
}

/** What the issue itself says is expected; null where the schema says it better. */
function ownText(issue: Issue): string | null {
  switch (issue.code) {
    case "custom":
      return issue.message;
    case "invalid_format":
      return issue.message.startsWith("Invalid") ? "a text in another form" : issue.message;
    case "too_small":
    case "too_big": {
      const small = issue.code === "too_small";
      const bound = small ? issue.minimum : issue.maximum;
      const how = `${small ? "at least" : "at most"} ${bound}`;
      if (issue.origin === "string")
        return bound === 1 && small ? "a text that is not empty" : `${how} characters`;
      if (issue.origin === "array") return `${how} ${bound === 1 ? "entry" : "entries"}`;
      return `a number of ${how}`;
    }
    default:
      return null;
  }
}

function foundText(input: unknown): string {
  if (input === null || input === undefined) return "nothing";
  if (Array.isArray(input)) return input.length === 0 ? "an empty list" : `a list of ${input.length}`;
  switch (typeof input) {
    case "number":
    case "bigint":
      return "a number";
    case "boolean":
      return `${input}, which YAML reads as yes or no`;
    case "string":
      return input.length <= 40
        ? JSON.stringify(input)
        : `${JSON.stringify(input.slice(0, 37)).slice(0, -1)}..."`;
    default:
      return "a map";
  }
}
