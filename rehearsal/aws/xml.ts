import type { Reply } from '../net/serve';

/** An answer as the services write it that take forms. */
export const xml = (status: number, body: string): Reply => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body,
});

/** A value as these services write it: each entry of a list is a `member`. */
export function elements(name: string, value: unknown): string {
  const inner = Array.isArray(value)
    ? value.map((item) => elements('member', item)).join('')
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
          .map(([key, item]) => elements(key, item))
          .join('')
      : escapeXml(String(value));
  return `<${name}>${inner}</${name}>`;
}

export const escapeXml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
