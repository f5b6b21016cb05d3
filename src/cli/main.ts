import { runProgram } from "./program.js";

/** A reader that has seen enough (head, less) closes the pipe; that is no failure. */
function silenceClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit();
      throw error;
    });
}

silenceClosedPipes();
// Not process.exit: it would cut off what a pipe has not yet taken.
process.exitCode = await runProgram(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  folder: process.cwd(),
});
