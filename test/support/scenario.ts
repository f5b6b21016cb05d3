import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable, Writable } from "node:stream";
import { runProgram } from "../../src/cli/program.js";

/**
 * A scenario file is a sentence that says what holds, then parts that begin
 * with "== ": file NAME (a text), bytes NAME (hexadecimal), folder NAME, size NAME (so
 * many bytes), link NAME (where to), stdin, env (NAME=value), terminal (stdout
 * is one), command, status, stdout, stderr, then (a file, as it is afterwards).
 * In expected text a line "..." stands for any lines, "[..]" for any characters.
 */
export interface Scenario {
  title: string;
  parts: { kind: string; name: string; text: string }[];
}

export function readScenario(path: string): Scenario {
  const [head, ...rest] = readFileSync(path, "utf8").split(/^== /m);
  const parts = rest.map((part) => {
    const end = part.indexOf("\n");
    const [kind, ...name] = part.slice(0, end).trim().split(" ");
    return { kind: kind!, name: name.join(" "), text: part.slice(end + 1) };
  });
  return { title: head!.trim().replace(/\s+/g, " "), parts };
}

/** Words of a command line; single and double quotes hold words together. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map((found) => found[1] ?? found[2] ?? found[3]!);
}

class Collector extends Writable {
  text = "";
  isTTY = false;
  columns = 90;
  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

export interface Outcome {
  status: number;
  stdout: string;
  stderr: string;
  /** Text of a file after the run. */
  file: (name: string) => string;
}

/** Runs the scenario's commands in a folder of its own, in this process; the last one counts. */
export async function play({ parts }: Scenario): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "gdprlint-"));
  const before = { folder: process.cwd(), env: { ...process.env } };
  for (const name of ["NO_COLOR", "FORCE_COLOR"]) delete process.env[name];
  const stdout = new Collector();
  const stderr = new Collector();
  const of = (kind: string) => parts.find((part) => part.kind === kind)?.text;
  for (const { kind, name, text } of parts) {
    const path = join(folder, name);
    if (["file", "bytes", "size", "link"].includes(kind)) mkdirSync(dirname(path), { recursive: true });
    if (kind === "file") writeFileSync(path, text);
    if (kind === "bytes") writeFileSync(path, Buffer.from(text.replace(/\s/g, ""), "hex"));
    if (kind === "size") writeFileSync(path, "crumb\n".repeat(Number(text) / 6));
    if (kind === "folder") mkdirSync(path, { recursive: true });
    if (kind === "link") symlinkSync(text.trim(), path);
    if (kind === "terminal") stdout.isTTY = true;
    if (kind === "env")
      for (const line of text.trim().split("\n")) {
        const [key, value] = line.split("=") as [string, string];
        process.env[key] = value;
      }
  }
  let status = 0;
  try {
    process.chdir(folder);
    for (const line of of("command")!.trim().split("\n")) {
      const [program, ...args] = wordsOf(line);
      if (program !== "gdprlint") throw new Error(`A scenario runs gdprlint, not ${program}`);
      stdout.text = "";
      stderr.text = "";
      const stdin = Readable.from([Buffer.from(of("stdin") ?? "")]);
      status = await runProgram(args, { stdin, stdout, stderr, folder: process.cwd() });
    }
    const files = new Map(
      parts
        .filter(({ kind }) => kind === "then")
        .map(({ name }) => [name, readFileSync(join(folder, name), "utf8")] as const),
    );
    const plain = (text: string): string =>
      text
        .replaceAll(process.cwd(), "")
        .split("\n")
        .map((line) => line.trimEnd())
        .join("\n");
    return {
      status,
      stdout: plain(stdout.text),
      stderr: plain(stderr.text),
      file: (name) => files.get(name)!,
    };
  } finally {
    process.chdir(before.folder);
    process.env = before.env;
    rmSync(folder, { recursive: true });
  }
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** The pattern of an expected text. */
export function patternOf(expected: string): RegExp {
  const lines = expected.replace(/\n+$/, "").split("\n");
  const parts = lines.map((line) =>
    line === "..." ? "(?:.*\\n)*?" : `${line.split("[..]").map(literal).join(".*")}\\n`,
  );
  return new RegExp(`^${parts.join("")}$`.replace("^\\n$", "^$"));
}
