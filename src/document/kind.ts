export type Kind = "markdown" | "html" | "text";

const ENDINGS: Record<string, Kind> = {
  md: "markdown",
  markdown: "markdown",
  mdx: "markdown",
  mdown: "markdown",
  qmd: "markdown",
  rmd: "markdown",
  txt: "text",
  text: "text",
};
for (const ending of "html htm xhtml shtml jsp jspx erb astro njk nunjucks vue svelte php phtml liquid hbs handlebars mustache ejs twig jsx tsx aspx cshtml j2 jinja jinja2 tmpl gohtml ftl".split(
  " ",
)) {
  ENDINGS[ending] = "html";
}

/** Which reader a file needs: by its ending ("policy.html.erb"), else by its content. */
export function kindOf(filePath: string, source: string): Kind {
  const ending = endingOf(filePath);
  // A template's own ending says nothing where the ending before it names the format.
  if (/^(?:erb|liquid|njk|ejs|j2|jinja2?|tmpl|hbs)$/.test(ending)) {
    const inner = ENDINGS[endingOf(filePath.slice(0, -ending.length - 1))];
    if (inner) return inner;
  }
  return ENDINGS[ending] ?? kindByContent(source);
}

export function endingOf(filePath: string): string {
  return /(?:^|[.])([^./\\]+)$/.exec(filePath)?.[1]?.toLowerCase() ?? "";
}

function kindByContent(source: string): Kind {
  const start = source.slice(0, 20_000);
  if (/^\ufeff?\s*(?:<!doctype html|<html|<\?xml|<(?:body|div|main|section|h[1-6]|p)\b)/i.test(start))
    return "html";
  if (/^(?:#{1,6} \S|\*\*\S.*\*\*\s*$|[*-] \S|\[[^\]]+\]: |---\r?$|\|.*\|\s*$)|\]\(\S+\)/m.test(start))
    return "markdown";
  if ((start.match(/<\/?(?:p|div|li|br|h[1-6])\b/gi)?.length ?? 0) > 4) return "html";
  return "text";
}
