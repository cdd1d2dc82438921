import { printable } from '../../src/workflow/checkout/header';
import { OPEN } from '../access/policy/conditions';

/** Text that is HTML already. */
export class Html {
  public constructor(public readonly text: string) {}
}

type Part = Html | string | number | undefined | readonly Part[];

/** HTML with everything escaped that stands in it and is none. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(texts.map((text, index) => text + written(parts[index])).join(''));
}

export function joined(parts: readonly Part[], separator: string): Html {
  return new Html(parts.map(written).join(written(separator)));
}

export const code = (text: string) => html`<code>${text}</code>`;

function written(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(written).join('');
  // What only deployment knows stands between two marks, by its name.
  return String(part)
    .split(OPEN)
    .map((text, index) => (index % 2 === 1 ? `<em>${escaped(text)}</em>` : escaped(text)))
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** A table with a caption, whose first cell of each row says what the row is about. */
export function tableOf(
  caption: string,
  titles: readonly string[],
  rows: readonly (readonly Part[])[],
  kind = '',
): Html {
  const head = titles.map((title) => html`<th scope="col">${title}</th>`);
  const body = rows.map(
    ([first, ...others]) =>
      html`<tr><th scope="row">${first}</th>${others.map((cell, index) => html`<td data-title="${titles[index + 1]}"><div>${cell}</div></td>`)}</tr>\n`,
  );
  return html`<table class="${kind}">
<caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody>
</table>
`;
}

export function listOf(items: readonly Part[]): Html {
  return html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

export function section(id: string, title: string, ...content: readonly Part[]): Html {
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${content}</section>
`;
}
