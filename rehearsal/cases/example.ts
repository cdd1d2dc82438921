import type { Template } from '../../evaluation/template';
import type { GitHubRepository } from '../github/repository';

/** The example app as it stands in `examples/app.ts`, said a second time: what the cases expect of it. */
export const EXAMPLE = {
  account: '111111111111',
  region: 'us-east-1',
  domain: 'acme',
  repository: 'python',
  store: 'pypi-store',
  organization: 'o-a1b2c3d4e5',
  host: 'acme/platform',
  hostBranch: 'main',
  package: { name: 'acme-orders-sdk', module: 'acme_orders_sdk', version: '1.2.3' },
} as const;

export const ORDERS: GitHubRepository = { name: 'acme/orders-sdk', ownerId: '1234', repositoryId: '5678' };
export const BILLING: GitHubRepository = { name: 'acme/billing-sdk', ownerId: '1234', repositoryId: '9012' };
export const TAG = { name: 'push', ref: 'refs/tags/v1.2.3' } as const;

/** What is rehearsed: the outcome of `cdk synth`, taken as it is. */
export interface Assembly {
  readonly template: Template;
  readonly caller: WorkflowFile;
  readonly reusable: WorkflowFile;
  /** Folder of the Python package. */
  readonly package: string;
}

export interface WorkflowFile {
  readonly path: string;
  readonly text: string;
}
