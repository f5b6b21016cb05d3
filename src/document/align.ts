const PUNCTUATION = /[!-/:-@[-`{-~]/;
// The parser cuts the last ";" of a text that ends with an entity, hence "$".
const ENTITY = /^&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[A-Za-z][A-Za-z0-9]{1,31})(?:;|$)/;

/**
 * Where each unit of `value`, a Markdown text node's text, stands in `raw`, its
 * source with escapes, entities, and the indents and quote signs of continuation
 * lines. The last entry is the length of `raw`; null where the two do not fit.
 */
export function align(raw: string, value: string): Uint32Array | null {
  const map = new Uint32Array(value.length + 1);
  let i = 0;
  let j = 0;
  while (j < value.length) {
    const unit = value[j]!;
    if (raw[i] === "\\" && raw[i + 1] === unit && PUNCTUATION.test(unit)) {
      map[j++] = i;
      i += 2;
      continue;
    }
    if (raw[i] === "&") {
      const entity = ENTITY.exec(raw.slice(i, i + 40));
      if (entity && !value.startsWith(entity[0], j)) {
        const code = value.charCodeAt(j);
        const width = code >= 0xd800 && code <= 0xdbff ? 2 : 1;
        for (let k = 0; k < width; k++) map[j + k] = i;
        j += width;
        i += entity[0].length;
        continue;
      }
    }
    if (raw[i] === unit) {
      map[j++] = i++;
      if (unit === "\n" || (unit === "\r" && raw[i] !== "\n")) {
        while (i < raw.length && isIndent(raw[i]!) && raw[i] !== value[j]) i++;
      }
      continue;
    }
    if (i < raw.length && isIndent(raw[i]!)) {
      i++;
      continue;
    }
    return null;
  }
  map[value.length] = raw.length;
  return map;
}

function isIndent(sign: string): boolean {
  return sign === " " || sign === "\t" || sign === ">";
}
