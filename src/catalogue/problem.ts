/** One fault in a data file, at its place. Lines and columns are 1-based. */
export interface Problem {
  file: string;
  line: number;
  column: number;
  /** Keys and indices from the top of the file: `concepts.retain[2]`; empty for the whole file. */
  path: string;
  /** What is wrong: "expected a list of phrases, found a number". */
  what: string;
}

/** `file:line:column path: what`, always one line. */
export function formatProblem(problem: Problem): string {
  const place = `${problem.file}:${problem.line}:${problem.column}`;
  const text = problem.path === "" ? problem.what : `${problem.path}: ${problem.what}`;
  return `${place} ${text}`.replace(/\s+/g, " ").trim();
}

/**
 * A data file that cannot be used. `message` is one line for the first problem;
 * `problems` holds all of them, in the order of the file, at least one.
 */
export class DataError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems[0] === undefined ? "unusable data" : formatProblem(problems[0]));
    this.name = "DataError";
    this.problems = problems;
  }

  get file(): string {
    return this.problems[0]?.file ?? "";
  }

  get line(): number {
    return this.problems[0]?.line ?? 1;
  }

  get column(): number {
    return this.problems[0]?.column ?? 1;
  }

  get path(): string {
    return this.problems[0]?.path ?? "";
  }
}

/** The name in `known` that is most like `name`, or null where none is near enough to be meant. */
export function nearestName(name: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(name, candidate, bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** `; did you mean "retain"?`, or nothing. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const nearest = nearestName(name, known);
  return nearest === null ? "" : `; did you mean "${nearest}"?`;
}

/** Optimal string alignment distance (a swap of neighbours counts once); `limit` where it is at least that. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let cost = Math.min(substitution, previous[j]! + 1, current[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, beforePrevious[j - 2]! + 1);
      }
      current.push(cost);
    }
    beforePrevious = previous;
    previous = current;
  }
  return Math.min(previous[b.length]!, limit);
}
