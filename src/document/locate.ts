/** 1-based; the column counts UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

const LINE_END = /\r\n|\n|\r/g;

// One document is assessed at a time, so the line starts of the last one are enough.
let known: { source: string; starts: number[] } | null = null;

/** Line and column of an offset into `source`. */
export function locate(source: string, offset: number): Position {
  const starts = lineStarts(source);
  const at = Math.max(0, Math.min(offset, source.length));
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - starts[low]! + 1 };
}

function lineStarts(source: string): number[] {
  if (known?.source === source) return known.starts;
  const starts = [0];
  for (const match of source.matchAll(LINE_END)) starts.push(match.index + match[0].length);
  known = { source, starts };
  return starts;
}
