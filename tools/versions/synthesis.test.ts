import { changes } from './synthesis';

const template = {
  Resources: { Domain: { Type: 'AWS::CodeArtifact::Domain', Properties: { DomainName: 'acme' } } },
};
const BEFORE = { host: { template, files: { 'publish.yml': 'on: push\n' } } };

test('the same is no change', () => {
  expect(changes(BEFORE, structuredClone(BEFORE))).toEqual([]);
});

test.each([
  ['an app', {}, ['host is missing']],
  [
    'a file',
    { host: { template, files: { 'publish.yml': 'on: push' } } },
    [String.raw`host: files.publish.yml: "on: push\n" became "on: push"`],
  ],
  [
    'a template',
    { host: { ...BEFORE.host, template: { Resources: {} } } },
    [
      'host: template.Resources.Domain.Type: "AWS::CodeArtifact::Domain" became nothing',
      'host: template.Resources.Domain.Properties.DomainName: "acme" became nothing',
      'host: template.Resources: nothing became {}',
    ],
  ],
  [
    'the order of keys',
    {
      host: {
        ...BEFORE.host,
        template: {
          Resources: { Domain: Object.fromEntries(Object.entries(template.Resources.Domain).reverse()) },
        },
      },
    },
    ['host: another order of keys'],
  ],
])('%s that is another is told', (_what, after, expected) => {
  expect(changes(BEFORE, after as never)).toEqual(expected);
});
