import { Resource, type Stack } from 'aws-cdk-lib';
import { Domain } from '../../../src';
import { checkSameRegion } from '../../../src/codeartifact/domain/region';
import { expectRefusal } from '../../support/refusals';
import { ACME, newStack } from '../../support/stacks';
import { tokenText } from '../../support/tokens';

class Thing extends Resource {}

function checkIn(stack: Stack, region?: string): void {
  const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme', region });
  checkSameRegion(new Thing(stack, 'Thing'), domain);
}

describe('what is made in a domain', () => {
  test('is refused in another Region', () => {
    expectRefusal(
      () => checkIn(newStack(ACME), 'eu-west-1'),
      'domain "Stack/Domain" is in eu-west-1, and the stack in us-east-1.',
      'Allowed: a domain of the Region of the stack.',
      'See https://docs.aws.amazon.com/codeartifact/latest/ug/domains.html',
      '(construct Stack/Thing)',
    );
  });

  test('is accepted in the same Region, and where one of the two is not known', () => {
    const stack = newStack(ACME);
    checkIn(stack);
    checkIn(newStack(ACME), 'us-east-1');
    checkIn(newStack(), 'eu-west-1');
    checkIn(newStack());
    const other = newStack(ACME);
    checkIn(other, tokenText(other));
  });
});
