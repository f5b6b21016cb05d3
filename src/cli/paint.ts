import { Chalk } from "chalk";
import { type Paint, plain } from "../report/index.js";

/**
 * Whether output to a stream is coloured: --no-color, then FORCE_COLOR and
 * NO_COLOR as force-color.org and no-color.org describe them, then whether
 * somebody looks at it.
 */
export function wantsColour(stream: { isTTY?: boolean }, flag: boolean | undefined): boolean {
  if (flag === false) return false;
  const { FORCE_COLOR: force, NO_COLOR: none } = process.env;
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  if (none !== undefined && none !== "") return false;
  return stream.isTTY === true && process.env.TERM !== "dumb";
}

export function paintFor(coloured: boolean): Paint {
  if (!coloured) return plain;
  const chalk = new Chalk({ level: 1 });
  return {
    strong: chalk.bold,
    faint: chalk.dim,
    good: chalk.green,
    warning: chalk.yellow,
    error: chalk.red,
    info: chalk.blue,
  };
}
