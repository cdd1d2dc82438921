import type { Aws, AwsAnswer } from '../../aws/aws';
import { CannotLook } from '../../programs';

/** Where a stack is, as the AWS CLI has it. */
export interface DeployedStack {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  /** The names that CloudFormation gave, by logical id. */
  readonly physicalIds: Readonly<Record<string, string>>;
}

/** A stack of the assembly. */
export interface StackPlace {
  readonly stackName: string;
  /** None where the stack is for any account or Region. */
  readonly account?: string;
  readonly region?: string;
}

/** Where a stack is deployed; nothing where it is not. */
export async function deployedStack(
  aws: Aws,
  { stackName, account: wanted, region }: StackPlace,
): Promise<DeployedStack | undefined> {
  if (region === undefined) {
    throw new CannotLook(`${stackName} is for any Region. Say --region with the one it is deployed to.`);
  }
  const identity = body(await aws.ask<{ Account: string; Arn: string }>(['sts', 'get-caller-identity'], []));
  const { Account: account, Arn } = identity;
  if (wanted !== undefined && wanted !== account) {
    throw new CannotLook(
      `${stackName} is for account ${wanted}, and aws is logged in to ${account}. Run this again with AWS_PROFILE of an account that has it.`,
    );
  }
  const answer = await aws.ask<{
    StackResourceSummaries: { LogicalResourceId: string; PhysicalResourceId?: string }[];
  }>(['cloudformation', 'list-stack-resources'], ['--stack-name', stackName], region);
  if ('error' in answer) {
    if (answer.error === 'ValidationError') return undefined; // no stack of that name
    throw new CannotLook(`aws answers ${answer.error} to cloudformation list-stack-resources.`);
  }
  const summaries = answer.body.StackResourceSummaries;
  const ids = summaries.flatMap(({ LogicalResourceId, PhysicalResourceId }) =>
    PhysicalResourceId === undefined ? [] : [[LogicalResourceId, PhysicalResourceId]],
  );
  return { account, region, partition: Arn.split(':')[1] ?? 'aws', physicalIds: Object.fromEntries(ids) };
}

/** What AWS answered, where every error keeps from looking. */
export function body<T>(answer: AwsAnswer<T>): T {
  if ('error' in answer) throw new CannotLook(`aws answers ${answer.error}.`);
  return answer.body;
}

/** What AWS answered; nothing where it says that there is no such thing. */
export function found<T>(answer: AwsAnswer<T>): T | undefined {
  if (!('error' in answer)) return answer.body;
  if (/^(NoSuchEntity|ResourceNotFoundException)$/.test(answer.error)) return undefined;
  throw new CannotLook(`aws answers ${answer.error}.`);
}
