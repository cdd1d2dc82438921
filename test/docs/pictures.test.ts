import { readdirSync, readFileSync } from 'node:fs';
import { renderSvg } from 'nomnoml';

const sources = readdirSync('docs').filter((name) => name.endsWith('.nomnoml'));

test.each(sources)('%s is drawn as it says', (name) => {
  const drawn = readFileSync(`docs/${name.replace(/nomnoml$/, 'svg')}`, 'utf8');
  expect(drawn).toBe(renderSvg(readFileSync(`docs/${name}`, 'utf8')));
});

test('there are pictures', () => {
  expect(sources).toContain('architecture.nomnoml');
});
