import { Domain, Repository } from 'cdk-python-artifact-pipeline';
import { newStack, synthesize } from '../synthesize';

synthesize((app) => {
  const stack = newStack(app, 0);
  new Repository(stack, 'Repository', {
    domain: new Domain(stack, 'Domain', { domainName: 'acme' }),
    repositoryName: 'python',
    description: 'Python packages of this organization, and public ones behind them',
    organizationIds: ['o-a1b2c3d4e5'],
  });
});
