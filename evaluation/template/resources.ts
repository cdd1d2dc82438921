import { Refusal } from '../refusal';

export interface Environment {
  readonly account: string;
  readonly region: string;
  /** @default - `aws` */
  readonly partition?: string;
  /**
   * @default - none: there is no `AWS::StackName`, and a name that CloudFormation would make of it and of the
   * logical id is the logical id
   */
  readonly stackName?: string;
  /** Values for the template's parameters; a parameter's default stands in for one that is not given. */
  readonly parameters?: Readonly<Record<string, string | readonly string[]>>;
  /** Values of exports of other stacks. */
  readonly imports?: Readonly<Record<string, string>>;
  /**
   * Whether a value that can't be known is kept as one that is unknown, and the rest of its resource is read.
   * @default - false: it is refused
   */
  readonly keepUnknown?: boolean;
}

export type Properties = Readonly<Record<string, unknown>>;
export type Resolve = (value: unknown) => unknown;

interface Names {
  /** What `Ref` gives. */
  readonly ref: string;
  /** What `Fn::GetAtt` gives. */
  readonly attributes: Readonly<Record<string, string>>;
}

type Naming = (logicalId: string, properties: Properties, environment: Environment) => Names;

const text = (value: unknown) => String(value);

function provider(_id: string, p: Properties, e: Environment): Names {
  const arn = `${iam(e)}:oidc-provider/${text(p.Url).replace(/^https:\/\//, '')}`;
  return { ref: arn, attributes: { Arn: arn } };
}

/** The names that CloudFormation gives to resources of the types that these templates are made of. */
const NAMING: Readonly<Record<string, Naming>> = {
  'AWS::CodeArtifact::Domain': (_id, p, e) => {
    const arn = `${codeArtifact(e)}:domain/${text(p.DomainName)}`;
    const attributes = { Arn: arn, Name: text(p.DomainName), Owner: e.account };
    return {
      ref: arn,
      attributes: { ...attributes, EncryptionKey: text(p.EncryptionKey ?? 'aws/codeartifact') },
    };
  },
  'AWS::CodeArtifact::Repository': (_id, p, e) => {
    const owner = text(p.DomainOwner ?? e.account);
    const arn = `${codeArtifact(e, owner)}:repository/${text(p.DomainName)}/${text(p.RepositoryName)}`;
    const names = { Name: text(p.RepositoryName), DomainName: text(p.DomainName), DomainOwner: owner };
    return { ref: arn, attributes: { Arn: arn, ...names } };
  },
  'AWS::CodeArtifact::PackageGroup': (_id, p, e) => {
    const pattern = text(p.Pattern).replace(/[*$%]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
    const arn = `${codeArtifact(e, text(p.DomainOwner ?? e.account))}:package-group/${text(p.DomainName)}${pattern}`;
    return { ref: arn, attributes: { Arn: arn } };
  },
  'AWS::IAM::Role': (id, p, e) => {
    const name = text(p.RoleName ?? madeName(id, e));
    return {
      ref: name,
      attributes: { Arn: `${iam(e)}:role${text(p.Path ?? '/')}${name}`, RoleId: `AROA${id}` },
    };
  },
  'AWS::IAM::User': (id, p, e) => {
    const name = text(p.UserName ?? madeName(id, e));
    return { ref: name, attributes: { Arn: `${iam(e)}:user${text(p.Path ?? '/')}${name}` } };
  },
  'AWS::IAM::Group': (id, p, e) => {
    const name = text(p.GroupName ?? madeName(id, e));
    return { ref: name, attributes: { Arn: `${iam(e)}:group${text(p.Path ?? '/')}${name}` } };
  },
  'AWS::IAM::OIDCProvider': provider,
  'Custom::AWSCDKOpenIdConnectProvider': provider,
  'AWS::IAM::ManagedPolicy': (id, p, e) => {
    const arn = `${iam(e)}:policy${text(p.Path ?? '/')}${text(p.ManagedPolicyName ?? madeName(id, e))}`;
    return { ref: arn, attributes: { PolicyArn: arn } };
  },
  'AWS::KMS::Key': (id, _p, e) => {
    const arn = `arn:${e.partition ?? 'aws'}:kms:${e.region}:${e.account}:key/${id}`;
    return { ref: id, attributes: { Arn: arn, KeyId: id } };
  },
};

export function namesOf(
  logicalId: string,
  type: string,
  properties: Properties,
  environment: Environment,
): Names {
  const naming = NAMING[type];
  if (!naming) throw new Refusal(`${logicalId}: names of resources of type ${type} are not known`);
  return naming(logicalId, properties, environment);
}

const codeArtifact = (e: Environment, owner = e.account) =>
  `arn:${e.partition ?? 'aws'}:codeartifact:${e.region}:${owner}`;
const madeName = (id: string, e: Environment) => (e.stackName === undefined ? id : `${e.stackName}-${id}`);
const iam = (e: Environment) => `arn:${e.partition ?? 'aws'}:iam::${e.account}`;
