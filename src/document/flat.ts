import type { Range } from "./types.js";

/** [start, end) in the flat text. */
export type Span = readonly [start: number, end: number];

/** A line end that the author set (`<br>`), one of the source that may mean nothing. */
export const HARD_BREAK = "\n";
export const SOFT_BREAK = "\v";

/**
 * The document's text in reading order, without its markup, and where each
 * character of it stands in the source. Blocks are spans of it.
 */
export class FlatText {
  private parts: string[] = [];
  private joined: string | null = null;
  length = 0;
  // Segments: text index, source start, and source end where the segment stands for one stretch as a whole.
  private at: number[] = [];
  private from: number[] = [];
  private whole: number[] = [];
  private cursor = 0;
  readonly bold = new SpanSet();
  readonly links = new SpanSet();

  get text(): string {
    if (this.joined === null || this.joined.length !== this.length) {
      this.joined = this.parts.join("");
      this.parts = [this.joined];
    }
    return this.joined;
  }

  /** Text that stands in the source as it is. */
  add(text: string, source: number): void {
    if (text === "") return;
    const last = this.at.length - 1;
    if (last < 0 || this.whole[last] !== -1 || this.from[last]! + this.length - this.at[last]! !== source) {
      this.at.push(this.length);
      this.from.push(source);
      this.whole.push(-1);
    }
    this.parts.push(text);
    this.length += text.length;
  }

  /** Text that stands for the source stretch as a whole: a resolved entity, a line break. */
  addMapped(text: string, start: number, end: number): void {
    this.at.push(this.length);
    this.from.push(start);
    this.whole.push(end);
    this.parts.push(text);
    this.length += text.length;
  }

  startOf(index: number): number {
    const segment = this.segmentOf(index);
    return this.whole[segment] === -1 ? this.from[segment]! + index - this.at[segment]! : this.from[segment]!;
  }

  endOf(index: number): number {
    const segment = this.segmentOf(index);
    const whole = this.whole[segment]!;
    return whole === -1 ? this.from[segment]! + index - this.at[segment]! + 1 : whole;
  }

  rangeOf([start, end]: Span): Range {
    return end > start ? [this.startOf(start), this.endOf(end - 1)] : [0, 0];
  }

  /** The span without white space at its ends. */
  trim([start, end]: Span): Span {
    const text = this.text;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    return [start, end];
  }

  slice([start, end]: Span): string {
    return this.text.slice(start, end);
  }

  // Look-ups run forwards, so the segment of the last one is the best guess.
  private segmentOf(index: number): number {
    const { at } = this;
    const guess = this.cursor;
    if (at[guess]! <= index) {
      if (guess + 1 >= at.length || at[guess + 1]! > index) return guess;
      if (guess + 2 >= at.length || at[guess + 2]! > index) {
        this.cursor = guess + 1;
        return guess + 1;
      }
    }
    let low = 0;
    let high = at.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (at[middle]! <= index) low = middle;
      else high = middle - 1;
    }
    this.cursor = low;
    return low;
  }
}

/** Spans that were added in order; neighbours are one. */
export class SpanSet {
  private starts: number[] = [];
  private ends: number[] = [];

  add(start: number, end: number): void {
    if (end <= start) return;
    const last = this.ends.length - 1;
    if (last >= 0 && this.ends[last]! >= start) this.ends[last] = Math.max(this.ends[last]!, end);
    else {
      this.starts.push(start);
      this.ends.push(end);
    }
  }

  /** Where the span that holds `index` ends; -1 where none does. */
  endAt(index: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle]! > index) high = middle - 1;
      else if (this.ends[middle]! <= index) low = middle + 1;
      else return this.ends[middle]!;
    }
    return -1;
  }

  /** True where everything in the span but white space and punctuation is covered. */
  covers(text: string, [start, end]: Span): boolean {
    const bare = /[\p{L}\p{N}]/gu;
    let index = start;
    while (index < end) {
      bare.lastIndex = index;
      const found = bare.exec(text);
      if (!found || found.index >= end) return index > start;
      const covered = this.endAt(found.index);
      if (covered < 0) return false;
      index = covered;
    }
    return true;
  }
}

export function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0xad ||
    code === 0xfeff ||
    code === 0x200b ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x3000
  );
}
