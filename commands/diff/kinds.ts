import { shown } from '../../evaluation/unknown';

type Properties = Readonly<Record<string, unknown>>;

/** A kind of resource that AWS knows by a fixed name, so that there is one of that name. */
export interface Kind {
  readonly word: string;
  /** Whether the name holds in one Region; it holds in the whole account otherwise. */
  readonly regional: boolean;
  /** What CloudFormation can't change without making another resource. */
  readonly fixed: readonly string[];
  /** Undefined where CloudFormation makes up a name. */
  readonly name: (properties: Properties) => string | undefined;
  /** What is so of another one that takes the place of this. */
  readonly another: string;
  /** What is so of one that no stack has any more. */
  readonly kept: string;
  /** What is so after it is deleted. */
  readonly deleted: string;
}

const text = (value: unknown) => shown(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** By their type in CloudFormation. */
export const KINDS: Readonly<Record<string, Kind>> = {
  'AWS::CodeArtifact::Domain': {
    word: 'domain',
    regional: true,
    fixed: ['DomainName', 'EncryptionKey'],
    name: (p) => text(p.DomainName),
    another: 'The new one is empty, and has URLs of its own.',
    kept: 'It keeps its repositories and packages.',
    deleted: 'Nobody can publish to it or install from it.',
  },
  'AWS::CodeArtifact::Repository': {
    word: 'repository',
    regional: true,
    fixed: ['DomainName', 'DomainOwner', 'RepositoryName'],
    name: (p) => `${text(p.DomainName)}/${text(p.RepositoryName)}`,
    another: 'The new one is empty, and has a URL of its own.',
    kept: 'It keeps its packages, and its URL goes on to serve them.',
    deleted: 'All its packages are deleted with it.',
  },
  'AWS::CodeArtifact::PackageGroup': {
    word: 'package group',
    regional: true,
    fixed: ['DomainName', 'Pattern'],
    name: (p) => `${text(p.Pattern)} of ${text(p.DomainName)}`,
    another: 'The new one holds the names of its own pattern alone.',
    kept: 'It goes on to say where these names may come from.',
    deleted: 'Nothing keeps these names from coming in from public PyPI.',
  },
  'AWS::IAM::OIDCProvider': {
    word: 'OIDC provider',
    regional: false,
    fixed: ['Url'],
    name: (p) => text(p.Url).replace(/^https:\/\//, ''),
    another: 'Roles that trust the old one do not trust the new one.',
    kept: 'Roles that trust it go on to do so.',
    deleted: 'No role that trusts it lets anybody in, those of other stacks included.',
  },
  'AWS::IAM::Role': {
    word: 'role',
    regional: false,
    fixed: ['Path', 'RoleName'],
    name: (p) => (p.RoleName === undefined ? undefined : text(p.RoleName)),
    another: 'It has another ARN: what names the old one, such as workflow files, has to follow.',
    kept: 'It lets in whom it let in.',
    deleted: 'Nobody gets in by it.',
  },
};
