import { type Stack, Stage } from 'aws-cdk-lib';
import { ACME } from './stacks';

type Json = Record<string, unknown>;

/** A resource as CloudFormation would create it: every intrinsic function replaced by its value. */
export interface DeployedResource {
  readonly logicalId: string;
  readonly type: string;
  // biome-ignore lint/suspicious/noExplicitAny: the properties of any resource
  readonly properties: any;
  readonly deletionPolicy?: string;
}

/** What a template needs to know to become resources. */
export interface Deployment {
  readonly account?: string;
  readonly region?: string;
  readonly partition?: string;
  readonly parameters?: Record<string, unknown>;
}

/** Synthesizes a stack and evaluates its template as CloudFormation would. */
export function deploy(stack: Stack, deployment: Deployment = {}): DeployedResource[] {
  const stage = Stage.of(stack);
  if (!stage) throw new Error('a stack stands in an app');
  const template = stage.synth().getStackArtifact(stack.artifactId).template as Json;
  return evaluateTemplate(template, deployment);
}

/** The resources of a template, evaluated. */
export function evaluateTemplate(template: Json, deployment: Deployment = {}): DeployedResource[] {
  const resources = (template.Resources ?? {}) as Record<string, Json>;
  const evaluate = evaluator(resources, deployment);
  return Object.entries(resources).map(([logicalId, resource]) => ({
    logicalId,
    type: String(resource.Type),
    properties: evaluate(resource.Properties ?? {}),
    deletionPolicy: resource.DeletionPolicy as string | undefined,
  }));
}

function evaluator(resources: Record<string, Json>, deployment: Deployment): (value: unknown) => unknown {
  const { account = ACME.account, region = ACME.region, partition = 'aws', parameters = {} } = deployment;
  const pseudo: Json = {
    'AWS::AccountId': account,
    'AWS::Region': region,
    'AWS::Partition': partition,
    'AWS::URLSuffix': partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com',
    'AWS::StackName': 'stack',
    ...parameters,
  };

  const arnOf = (logicalId: string): string => {
    const { Type: type, Properties: properties } = resources[logicalId] as { Type: string; Properties: Json };
    const codeArtifact = `arn:${partition}:codeartifact:${region}:${account}`;
    const iam = `arn:${partition}:iam::${account}`;
    switch (type) {
      case 'AWS::CodeArtifact::Domain':
        return `${codeArtifact}:domain/${evaluate(properties.DomainName)}`;
      case 'AWS::CodeArtifact::Repository':
        return `${codeArtifact}:repository/${evaluate(properties.DomainName)}/${evaluate(properties.RepositoryName)}`;
      case 'AWS::IAM::OIDCProvider':
        return `${iam}:oidc-provider/${String(evaluate(properties.Url)).replace('https://', '')}`;
      case 'AWS::IAM::Role':
        return `${iam}:role/${evaluate(properties.RoleName ?? logicalId)}`;
      default:
        return `arn:${partition}:other:${region}:${account}:${logicalId}`;
    }
  };

  const functions: Record<string, (argument: never) => unknown> = {
    Ref: (name: string) => {
      if (name in pseudo) return pseudo[name];
      const type = resources[name]?.Type;
      if (type === undefined) throw new Error(`nothing is called ${name}`);
      return type === 'AWS::IAM::Role' ? name : arnOf(name);
    },
    'Fn::GetAtt': ([logicalId, attribute]: [string, string]) => {
      const properties = resources[logicalId].Properties as Json;
      if (attribute === 'Arn') return arnOf(logicalId);
      if (attribute === 'Name') return evaluate(properties.RepositoryName ?? properties.DomainName);
      throw new Error(`the attribute ${attribute} of ${logicalId}`);
    },
    'Fn::Join': ([separator, parts]: [string, unknown]) =>
      (evaluate(parts) as unknown[]).map(String).join(separator),
    'Fn::Split': ([separator, text]: [string, unknown]) => String(evaluate(text)).split(separator),
    'Fn::Select': ([index, list]: [number | string, unknown]) => (evaluate(list) as unknown[])[Number(index)],
  };

  const evaluate = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(evaluate);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const [name, argument] = entries[0] ?? [];
    if (entries.length === 1 && name && Object.hasOwn(functions, name)) {
      return functions[name](argument as never);
    }
    return Object.fromEntries(entries.map(([key, item]) => [key, evaluate(item)]));
  };
  return evaluate;
}
