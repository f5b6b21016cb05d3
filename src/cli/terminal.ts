/** What the command prints to; tests hand in their own. */
export interface Terminal {
  stdin: NodeJS.ReadableStream;
  stdout: NodeJS.WritableStream & { isTTY?: boolean; columns?: number };
  stderr: NodeJS.WritableStream & { isTTY?: boolean };
  /** Folder from which settings are looked for. */
  folder: string;
}

/** Characters in a line: those of the window within reason, 100 where there is none. */
export function widthOf({ stdout }: Terminal): number {
  return Math.max(60, Math.min(stdout.columns ?? 100, 120));
}

/**
 * Files that could not be read or linted, one line each, for every output alike.
 */
export function tellProblems(
  terminal: Terminal,
  problems: readonly { file: string; message: string }[],
): void {
  for (const { file, message } of problems)
    terminal.stderr.write(
      `${message
        .split("\n")
        .map((line) => `gdprlint: ${line.startsWith(`${file}:`) ? "" : `${file}: `}${line}`)
        .join("\n")}\n`,
    );
}
