import { endingOf } from "./kind.js";

/** Signs of a site generator's own code, by which `{{name}}` is code and no text that someone forgot to fill in. */
const TEMPLATE_ENDINGS = new Set(
  "njk nunjucks liquid hbs handlebars mustache twig vue j2 jinja jinja2 tmpl gohtml ejs erb jsp jspx php phtml svelte astro jsx tsx mdx ftl".split(
    " ",
  ),
);
const JSX_ENDINGS = new Set(["astro", "jsx", "tsx", "mdx", "svelte"]);
const CODE_SIGNS =
  /\{%-?\s*\w|\{\{[<%]|\{\{-?\s*(?:site|page|layout|include|post|config|theme|this|props|data|\.|\$|t\(|__\()\W?|\{\{[^{}]*\|\s*\w+[^{}]*\}\}|<%|<\?php|<\?=/;
const LAYOUT =
  /^\ufeff?---\r?\n(?:[\s\S]{0,2000}?\n)?(?:layout|permalink|eleventyNavigation|eleventyComputed)\s*:/;

const LINK_HELPER = /^<%=\s*(?:\w*link_to|mail_to|\w*_link|\w*mailto)\b[\s(]*/;

/**
 * The source with template code as spaces: same length, line ends kept.
 * `{{name}}` stays in a file without any sign of a template language.
 */
export function maskTemplates(source: string, filePath = ""): string {
  const ending = endingOf(filePath);
  const template = TEMPLATE_ENDINGS.has(ending) || CODE_SIGNS.test(source) || LAYOUT.test(source);
  const spans: [start: number, end: number][] = [];
  if (template) collectTags(source, spans);
  if (JSX_ENDINGS.has(ending)) collectScripting(source, ending, spans);
  return blank(source, spans);
}

const OPENINGS = /<%--|<%|<\?(?:php|=)|\{\{!--|\{\{|\{%|\{#|\$\{|@\{/g;
const CLOSINGS: Record<string, string> = {
  "<%--": "--%>",
  "<%": "%>",
  "<?php": "?>",
  "<?=": "?>",
  "{{!--": "--}}",
  "{{": "}}",
  "{%": "%}",
  "{#": "#}",
  "${": "}",
  "@{": "}",
};
/** Their content is no text either. */
const WHOLE_BLOCK = /^\{%-?\s*(comment|schema|javascript|stylesheet|style|capture|macro)\b/;

function collectTags(source: string, spans: [number, number][]): void {
  OPENINGS.lastIndex = 0;
  // Once a closing sign is not found, it is not looked for again: the search stays linear.
  const missing = new Set<string>();
  for (let found = OPENINGS.exec(source); found; found = OPENINGS.exec(source)) {
    const opening = found[0];
    const closing = CLOSINGS[opening]!;
    if (missing.has(closing)) continue;
    const start = found.index;
    let close = source.indexOf(closing, start + opening.length);
    if (close < 0) {
      missing.add(closing);
      // PHP code may run to the end of the file.
      if (opening === "<?php") {
        spans.push([start, source.length]);
        return;
      }
      continue;
    }
    // A brace that closes far away closes something else.
    if (/^(?:\{#|\$\{|@\{|\{\{)$/.test(opening) && close - start > 600) continue;
    if (opening === "{{" && source[close + 2] === "}") close++;
    let end = close + closing.length;
    const tag = source.slice(start, Math.min(end, start + 400));
    const block = WHOLE_BLOCK.exec(tag);
    if (block) {
      const ending = new RegExp(`\\{%-?\\s*end${block[1]}\\s*-?%\\}`, "g");
      ending.lastIndex = end;
      const last = missing.has(block[1]!) ? null : ending.exec(source);
      if (last) end = last.index + last[0].length;
      else missing.add(block[1]!);
    }
    const helper = LINK_HELPER.exec(tag);
    const label = helper && /^(["'])((?:(?!\1)[^\\\n])*)\1/.exec(tag.slice(helper[0].length));
    if (helper && label) {
      // The words of a link that a helper writes are text.
      const from = start + helper[0].length + 1;
      spans.push([start, from], [from + label[2]!.length, end]);
    } else spans.push([start, end]);
    OPENINGS.lastIndex = end;
  }
}

/** Code around and in the markup of component files: front matter, imports, `{expressions}`. */
function collectScripting(source: string, ending: string, spans: [number, number][]): void {
  let from = 0;
  if (ending === "astro") {
    const fence = /^\ufeff?\s*---\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(source);
    if (fence) {
      spans.push([0, fence[0].length]);
      from = fence[0].length;
    }
  } else if (ending === "mdx") {
    for (const statement of source.matchAll(
      /^(?:import\s[^\n]*?from\s[^\n]*|import\s+["'][^\n]*|export\s+(?:const|let|default|function)\b[\s\S]*?(?=\n\s*\n|$(?![\s\S])))/gm,
    )) {
      spans.push([statement.index, statement.index + statement[0].length]);
    }
  } else if (ending === "jsx" || ending === "tsx") {
    // What stands before the first element that is returned is a program.
    const markup = /(?:return|=>)\s*\(?\s*(?=<[A-Za-z>])/.exec(source);
    from = markup ? markup.index + markup[0].length : 0;
    spans.push([0, from]);
    const last = source.lastIndexOf(">");
    if (last >= from) spans.push([last + 1, source.length]);
  }
  collectExpressions(source, from, spans);
}

const STRING_ONLY = /^\{\s*(["'`])((?:(?!\1)[^\\$])*)\1\s*\}$/;

/** `{...}` in markup: code, but for the markup that stands in it and for a string that stands alone. */
function collectExpressions(source: string, from: number, spans: [number, number][]): void {
  // Depth of braces; markup inside braces is text again until its own braces.
  const modes: ("code" | "markup")[] = [];
  let codeStart = -1;
  const elements: number[] = [];
  let index = from;
  while (index < source.length) {
    const sign = source[index]!;
    const inCode = modes.length > 0 && modes[modes.length - 1] === "code";
    if (sign === "<" && /[A-Za-z/>!]/.test(source[index + 1] ?? "")) {
      const skipped = /^<(script|style)\b/i.exec(source.slice(index, index + 8));
      if (skipped && !inCode) {
        const end = source.indexOf(`</${skipped[1]}`, index);
        index = end < 0 ? source.length : end + 2;
        continue;
      }
      // In code, "<" opens markup only where a value may stand.
      if (inCode) {
        const before = source.slice(Math.max(from, index - 20), index).trimEnd();
        if (!/[({?:&|>,=]$|return$|^$/.test(before)) {
          index++;
          continue;
        }
        spans.push([codeStart, index]);
        modes.push("markup");
        elements.push(0);
      }
      const tag = tagEnd(source, index);
      if (modes.length > 0 && modes[modes.length - 1] === "markup") {
        const closing = source[index + 1] === "/";
        const alone =
          source[tag - 2] === "/" ||
          /^<(?:br|hr|img|input|meta|link|wbr)\b/i.test(source.slice(index, index + 8));
        if (closing) elements[elements.length - 1]!--;
        else if (!alone) elements[elements.length - 1]!++;
        if (elements[elements.length - 1]! <= 0) {
          modes.pop();
          elements.pop();
          codeStart = tag;
        }
      }
      index = tag;
      continue;
    }
    if (sign === "{") {
      if (modes.length > 200) return;
      if (!inCode) codeStart = index;
      modes.push("code");
    } else if (sign === "}" && inCode) {
      modes.pop();
      if (modes.length === 0 || modes[modes.length - 1] === "markup") {
        const whole =
          index + 1 - codeStart < 4000 ? STRING_ONLY.exec(source.slice(codeStart, index + 1)) : null;
        if (whole) {
          const start = source.indexOf(whole[1]!, codeStart) + 1;
          spans.push([codeStart, start], [start + whole[2]!.length, index + 1]);
        } else spans.push([codeStart, index + 1]);
      }
    } else if (inCode && (sign === '"' || sign === "'" || sign === "`")) {
      const end = stringEnd(source, index);
      if (end > 0) {
        index = end;
        continue;
      }
    }
    index++;
  }
}

/** Behind the tag that starts at `index`; attribute values and expressions may hold ">". */
function tagEnd(source: string, index: number): number {
  let depth = 0;
  const limit = Math.min(source.length, index + 10_000);
  for (let i = index + 1; i < limit; i++) {
    const sign = source[i];
    if (sign === "{") depth++;
    else if (sign === "}") depth--;
    else if (sign === '"' || sign === "'") {
      const end = depth > 0 || source[i - 1] === "=" ? source.indexOf(sign, i + 1) : -1;
      if (end > 0 && end < limit) i = end;
    } else if (sign === ">" && depth <= 0) return i + 1;
  }
  return index + 1;
}

function stringEnd(source: string, index: number): number {
  const quote = source[index]!;
  const limit = Math.min(source.length, index + 4000);
  for (let i = index + 1; i < limit; i++) {
    if (source[i] === "\\") i++;
    else if (source[i] === quote) return i + 1;
    else if (source[i] === "\n" && quote !== "`") return -1;
  }
  return -1;
}

function blank(source: string, spans: [number, number][]): string {
  if (spans.length === 0) return source;
  const parts: string[] = [];
  let done = 0;
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    if (end <= done) continue;
    const from = Math.max(start, done);
    parts.push(source.slice(done, from), source.slice(from, end).replace(/[^\r\n]/g, " "));
    done = end;
  }
  parts.push(source.slice(done));
  return parts.join("");
}
