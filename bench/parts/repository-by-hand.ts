import { domainByHand, repositoryByHand } from '../hand';
import { newStack, synthesize } from '../synthesize';

synthesize((app) => {
  const stack = newStack(app, 0);
  repositoryByHand(stack, 'Repository', domainByHand(stack, 'Domain', 'acme'));
});
