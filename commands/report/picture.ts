import { type Html, html } from './html';

/** A box of a picture. */
export interface Box {
  readonly id: string;
  /** From the left; what is in one column stands one below the other. */
  readonly column: number;
  readonly title: string;
  readonly lines: readonly string[];
  readonly kind: 'person' | 'github' | 'aws';
}

export interface Arrow {
  readonly from: string;
  readonly to: string;
}

/** What a picture shows, for those who see it and for those who do not. */
export interface Picture {
  readonly id: string;
  readonly title: string;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  /** Columns are as wide as this. */
  readonly width: number;
}

interface Placed extends Box {
  readonly titles: readonly string[];
  readonly texts: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

const LINE = 17;
const PADDING = 10;
const GAP = { x: 44, y: 18 };
/** A letter is at most about as wide as this, in pixels; titles are bold. */
const LETTER = { title: 7.6, text: 6.9 };

/** A drawing in SVG, by columns. */
export function drawing({ id, title, boxes, arrows, width }: Picture): Html {
  if (boxes.length === 0) return html``;
  const columns = Math.max(0, ...boxes.map(({ column }) => column)) + 1;
  const sized = boxes.map((box) => {
    const titles = wrapped(box.title, Math.floor((width - 2 * PADDING) / LETTER.title));
    const texts = box.lines.flatMap((line) => wrapped(line, Math.floor((width - 2 * PADDING) / LETTER.text)));
    return { ...box, titles, texts, height: (titles.length + texts.length) * LINE + 2 * PADDING };
  });
  const inColumn = (column: number) => sized.filter((box) => box.column === column);
  const heightOf = (column: number) =>
    inColumn(column).reduce((sum, { height }) => sum + height + GAP.y, -GAP.y);
  const heights = Array.from({ length: columns }, (_, column) => heightOf(column));
  const height = Math.max(...heights, 0) + 2;
  const placed = heights.flatMap((taken, column) => {
    let y = (height - taken) / 2;
    return inColumn(column).map((box): Placed => {
      const at = { ...box, x: 1 + column * (width + GAP.x), y: Math.round(y) };
      y += box.height + GAP.y;
      return at;
    });
  });
  const byId = new Map(placed.map((box) => [box.id, box]));
  const total = columns * (width + GAP.x) - GAP.x + 2;
  const lines = arrows.map(({ from, to }) => lineBetween(byId.get(from), byId.get(to), width, id));
  const says = arrows.map(({ from, to }) => `${nameOf(byId.get(from))} to ${nameOf(byId.get(to))}`);
  return html`<figure>
<div tabindex="0" role="group" aria-label="${title}">
<svg role="img" aria-labelledby="${id}-title ${id}-says" viewBox="0 0 ${total} ${height}" width="${total}" height="${height}">
<title id="${id}-title">${title}</title>
<desc id="${id}-says">${says.join('; ')}.</desc>
<defs><marker id="${id}-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="head" d="M0 0 8 4 0 8z"/></marker></defs>
${lines}${placed.map((box) => drawn(box, width))}</svg>
</div>
<figcaption>${title}</figcaption>
</figure>
`;
}

const nameOf = (box?: Placed) => box?.title ?? '';

function drawn({ kind, x, y, height, titles, texts }: Placed, width: number): Html {
  const at = (index: number) => y + PADDING + LINE * index + 13;
  const rows = [...titles, ...texts].map(
    (text, index) =>
      html`<text class="${index < titles.length ? 'name' : 'line'}" x="${x + PADDING}" y="${at(index)}">${text}</text>`,
  );
  return html`<g class="${kind}"><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="5"/>${rows}</g>\n`;
}

function lineBetween(from: Placed | undefined, to: Placed | undefined, width: number, id: string): Html {
  if (!from || !to) return html``;
  const [x1, y1] = [from.x + width, from.y + from.height / 2];
  const [x2, y2] = [to.x, to.y + to.height / 2];
  const bend = Math.max(GAP.x / 2, (x2 - x1) / 2);
  return html`<path class="arrow" marker-end="url(#${id}-arrow)" d="M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}"/>\n`;
}

/** Lines that fit: between words; a word that is too long, behind what joins its parts, or else anywhere. */
function wrapped(text: string, letters: number): string[] {
  const pieces = text
    .split(/(?<= )/)
    .flatMap((word) => (word.trimEnd().length > letters ? word.split(/(?<=[/_.:@-])/) : [word]))
    .flatMap((piece) => piece.match(new RegExp(`.{1,${letters}} ?`, 'gsu')) ?? []);
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && (line + piece).trimEnd().length > letters) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}
