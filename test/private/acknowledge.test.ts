import { acknowledge } from '../../src/private/acknowledge';
import { newStack } from '../support/stacks';

import cdk = require('aws-cdk-lib');

const rules = [{ id: 'Acme-1', reason: 'Of no concern here.' }];

test('nothing is asked for, and nothing happens, where the CDK can not acknowledge', () => {
  expect('Validations' in cdk).toBe(false); // the floor; the newest CDK is in `npm run judges`
  const asked = jest.fn(() => rules);
  acknowledge(newStack(), asked);
  expect(asked).not.toHaveBeenCalled();
});

test('the rules are acknowledged for the construct where it can', () => {
  const acknowledged = jest.fn();
  const of = jest.fn(() => ({ acknowledge: acknowledged }));
  Object.defineProperty(cdk, 'Validations', { value: { of }, configurable: true });
  const stack = newStack();
  acknowledge(stack, () => rules);
  expect(of).toHaveBeenCalledWith(stack);
  expect(acknowledged).toHaveBeenCalledWith(...rules);
  delete (cdk as { Validations?: unknown }).Validations;
});
