import type { Severity } from "../catalogue/types.js";
import { locate } from "../document/index.js";
import type { FileReport } from "./types.js";

const level: Record<Severity, string> = { error: "error", warning: "warning", info: "notice" };

/** As GitHub's runner reads the text of a workflow command. */
const data = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

/** As GitHub's runner reads a property of a workflow command. */
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

function command(name: string, properties: Record<string, string | number>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${name}${list.length > 0 ? ` ${list.join(",")}` : ""}::${data(message)}`;
}

/** What is no file in the repository has no name, so that the annotation stays with the job. */
const fileOf = (file: string): Record<string, string> => (file.startsWith("<") ? {} : { file });

/**
 * Workflow commands by which GitHub Actions puts the findings on their lines.
 * @param files named from the root of the repository
 */
export function githubCommands(files: readonly FileReport[]): string {
  const lines = files.flatMap((read) => {
    if ("error" in read)
      return [command("error", { ...fileOf(read.file), title: "gdprlint" }, `${read.file}: ${read.error}`)];
    const { source } = read.subject.analysis.document;
    return read.findings
      .filter(({ suppressed }) => suppressed === null)
      .map(({ severity, title, message, range }) => {
        const start = locate(source, range[0]);
        const end = locate(source, range[1]);
        // The interface takes columns only where a finding stays on one line.
        const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
        const place = { line: start.line, endLine: end.line, ...columns };
        return command(level[severity], { ...fileOf(read.file), ...place, title }, message);
      });
  });
  return lines.map((line) => `${line}\n`).join("");
}
