import { ACTIONS, type ActionName } from '../../src/workflow/actions/actions';
import { EXAMPLE } from '../cases/example';

const uses = (action: ActionName) => `${action}@${ACTIONS[action].sha}`;

/** The same package published with twine in one job, as the documentation of CodeArtifact does it. */
export function byHand(roleArn: string): string {
  const { account, region, domain, repository } = EXAMPLE;
  return `
on: { push: { tags: ['v*'] } }
permissions: {}
jobs:
  publish:
    runs-on: ubuntu-24.04
    permissions: { contents: read, id-token: write }
    steps:
      - uses: ${uses('actions/checkout')}
      - uses: ${uses('actions/setup-python')}
        with: { python-version: '3.13' }
      - run: python -m pip install build twine
      - run: python -m build
      - run: twine check dist/*
      - uses: ${uses('aws-actions/configure-aws-credentials')}
        with: { aws-region: ${region}, role-to-assume: '${roleArn}', role-duration-seconds: 900 }
      - run: |
          aws codeartifact login --tool twine --domain ${domain} --domain-owner ${account} \\
            --repository ${repository} --duration-seconds 900
      - run: twine upload --repository codeartifact dist/*
`;
}
