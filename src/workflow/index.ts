import { Construct } from 'constructs';
import type { PublishTrigger, WorkflowHost } from '../github';
/** x */
export interface PublishWorkflowOptions {
  /** x */ readonly pythonVersion?: string;
  /** x */ readonly host?: WorkflowHost;
  /** x */ readonly fileName?: string;
  /** x */ readonly callerFileName?: string;
  /** x */ readonly writeFiles?: boolean;
  /** x */ readonly gitRoot?: string;
}
/** x */
export interface PublishWorkflowProps extends PublishWorkflowOptions {
  /** x */ readonly publishOn: PublishTrigger;
  /** x */ readonly region: string;
  /** x */ readonly domainName: string;
  /** x */ readonly domainOwner: string;
  /** x */ readonly repositoryName: string;
  /** x */ readonly roleArn: string;
}
/** x */
export class PublishWorkflow extends Construct {
  /** x */
  public readonly reusablePath: string = '.github/workflows/codeartifact_python.yml';
  /** x */
  public readonly files: { [path: string]: string } = {};
  constructor(scope: Construct, id: string, _props: PublishWorkflowProps) {
    super(scope, id);
  }
}
