import { idsCommand } from '../../../src/github/names/ids-command';
import { tokenText } from '../../support/tokens';

const JQ = "--jq '{ownerId: (.owner.id | tostring), repositoryId: (.id | tostring)}'";

test('the command that prints ids names the repository, where it is known', () => {
  expect(idsCommand('acme/orders-sdk')).toBe(`gh api repos/acme/orders-sdk ${JQ}`);
  expect(idsCommand(tokenText())).toBe(`gh api repos/OWNER/REPO ${JQ}`);
  expect(idsCommand()).toBe(`gh api repos/OWNER/REPO ${JQ}`);
});
