import { indexElsewhere, newProvider, roleByHand } from '../hand';
import { newStack, synthesize } from '../synthesize';

synthesize((app) => {
  const stack = newStack(app, 0);
  roleByHand(stack, 'Role', newProvider(stack), indexElsewhere(stack, 'acme'));
});
