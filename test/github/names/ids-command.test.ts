import { idsCommand } from '../../../src/github/names/ids-command';
import { tokenText } from '../../support/tokens';

const IDS = 'npx cdk-python-artifact-pipeline ids';

test('the command that prints ids names each repository once, where it is known', () => {
  expect(idsCommand('acme/orders-sdk')).toBe(`${IDS} acme/orders-sdk`);
  expect(idsCommand('acme/a', 'acme/b', 'acme/a')).toBe(`${IDS} acme/a acme/b`);
  expect(idsCommand(tokenText(), `acme/${tokenText()}`)).toBe(`${IDS} OWNER/REPO`);
  expect(idsCommand()).toBe(`${IDS} OWNER/REPO`);
});
