/** 1-based; the column counts UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

const LINE_END = /\r\n|\n|\r/g;

/** Finds line and column of an offset into `source`; the line starts are worked out once. */
export function locate(source: string): (offset: number) => Position {
  let starts: number[] | undefined;
  return (offset) => {
    if (!starts) {
      starts = [0];
      for (const match of source.matchAll(LINE_END)) starts.push(match.index + match[0].length);
    }
    const at = Math.max(0, Math.min(offset, source.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - starts[low]! + 1 };
  };
}
