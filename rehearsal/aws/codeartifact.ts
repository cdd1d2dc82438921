import type { PackageIndex } from '../index/package-index';
import { type Incoming, json, type Service, serve } from '../net/serve';
import type { Cloud, Credentials, Identity } from './cloud';
import { AwsError } from './errors';
import { accessKeyOf } from './signature';

/** One request, and who makes it. */
export interface Call {
  readonly identity: Identity;
  readonly credentials: Credentials;
  readonly query: URLSearchParams;
}

/** CodeArtifact's control plane: the calls that the AWS CLI makes for this setup. */
export class ControlPlane {
  private readonly operations: Readonly<Record<string, (call: Call) => unknown>> = {
    'POST /v1/authorization-token': (call) => this.getAuthorizationToken(call),
    'GET /v1/repository/endpoint': (call) => this.getRepositoryEndpoint(call),
    'GET /v1/domain': (call) => this.describeDomain(call),
    'GET /v1/repository': (call) => this.describeRepository(call),
    'POST /v1/packages': (call) => this.listPackages(call),
    'POST /v1/package/versions': (call) => this.listPackageVersions(call),
    'POST /v1/package/version/assets': (call) => this.listPackageVersionAssets(call),
  };

  public constructor(
    private readonly cloud: Cloud,
    private readonly index: PackageIndex,
    /** Address of the PyPI endpoint. */
    private readonly endpoint: () => string,
    /** Operations that look at what was deployed, as it was written. */
    private readonly lookups: Readonly<Record<string, (call: Call) => unknown>> = {},
  ) {}

  public serve(): Promise<Service> {
    return serve(async (request) => {
      try {
        return json(200, this.answer(request));
      } catch (error) {
        if (!(error instanceof AwsError)) throw error;
        return json(error.status, { message: error.message }, { 'x-amzn-errortype': error.code });
      }
    });
  }

  private answer(request: Incoming): unknown {
    const name = `${request.method} ${request.url.pathname}`;
    const operation = this.operations[name] ?? this.lookups[name];
    if (!operation)
      throw new AwsError(404, 'UnknownOperationException', `${request.method} ${request.url.pathname}`);
    const caller = accessKeyOf(request, this.cloud);
    if (caller.region !== this.cloud.region) {
      throw new AwsError(404, 'ResourceNotFoundException', `Domain not found in ${caller.region}`);
    }
    return operation({ ...caller, query: parametersOf(request) });
  }

  private getAuthorizationToken({ identity, credentials, query }: Call) {
    const domain = this.domain(identity, query);
    const requested = query.has('duration') ? Number(query.get('duration')) : 43200;
    if (requested !== 0 && !(requested >= 900 && requested <= 43200)) {
      const message = `Value '${requested}' at 'durationSeconds' is not valid: 0, or 900 to 43200`;
      throw new AwsError(400, 'ValidationException', message);
    }
    this.cloud.demand(identity, 'codeartifact:GetAuthorizationToken', domain.arn);
    this.cloud.demand(identity, 'sts:GetServiceBearerToken', '*', {
      'sts:AWSServiceName': 'codeartifact.amazonaws.com',
      'sts:DurationSeconds': String(requested),
    });
    const expires = requested === 0 ? credentials.expires : this.cloud.now() + requested * 1000;
    const authorizationToken = this.cloud.addToken({ ...identity, domainArn: domain.arn, expires });
    return { authorizationToken, expiration: expires / 1000 };
  }

  private getRepositoryEndpoint({ identity, query }: Call) {
    const { domain, repository } = this.repository(identity, query);
    if (query.get('format') !== 'pypi')
      throw new AwsError(400, 'ValidationException', 'only the format pypi is known');
    this.cloud.demand(identity, 'codeartifact:GetRepositoryEndpoint', repository.arn);
    return {
      repositoryEndpoint: `${this.endpoint()}/pypi/d/${domain.name}-${domain.owner}/${repository.name}/`,
    };
  }

  private describeDomain({ identity, query }: Call) {
    const { arn, name, owner } = this.domain(identity, query);
    this.cloud.demand(identity, 'codeartifact:DescribeDomain', arn);
    const repositoryCount = this.cloud.setup.repositories.filter(({ domain }) => domain === name).length;
    return { domain: { name, owner, arn, status: 'Active', repositoryCount } };
  }

  private describeRepository({ identity, query }: Call) {
    const { domain, repository } = this.repository(identity, query);
    this.cloud.demand(identity, 'codeartifact:DescribeRepository', repository.arn);
    const { name, arn, description, upstreams, externalConnection } = repository;
    const connection = {
      externalConnectionName: externalConnection,
      packageFormat: 'pypi',
      status: 'Available',
    };
    return {
      repository: {
        name,
        arn,
        description,
        domainName: domain.name,
        domainOwner: domain.owner,
        administratorAccount: domain.owner,
        upstreams: upstreams.map((repositoryName) => ({ repositoryName })),
        externalConnections: externalConnection ? [connection] : [],
      },
    };
  }

  private listPackages({ identity, query }: Call) {
    const { repository } = this.repository(identity, query);
    this.cloud.demand(identity, 'codeartifact:ListPackages', repository.arn);
    const names = this.index.packages(repository);
    return { packages: names.map((name) => ({ format: 'pypi', package: name })) };
  }

  private listPackageVersions({ identity, query }: Call) {
    const { repository } = this.repository(identity, query);
    const name = query.get('package') ?? '';
    const arn = `${repository.arn.replace(':repository/', ':package/')}/pypi//${name}`;
    this.cloud.demand(identity, 'codeartifact:ListPackageVersions', arn);
    const versions = new Set(this.index.files(repository, name).map(({ version }) => version));
    if (!versions.size) throw new AwsError(404, 'ResourceNotFoundException', `Package '${name}' not found`);
    return {
      format: 'pypi',
      package: name,
      versions: [...versions].map((version) => ({ version, status: 'Published' })),
    };
  }

  private listPackageVersionAssets({ identity, query }: Call) {
    const { repository } = this.repository(identity, query);
    const name = query.get('package') ?? '';
    const version = query.get('version') ?? '';
    const arn = `${repository.arn.replace(':repository/', ':package/')}/pypi//${name}`;
    this.cloud.demand(identity, 'codeartifact:ListPackageVersionAssets', arn);
    const files = this.index.files(repository, name).filter((file) => file.version === version);
    if (!files.length) {
      throw new AwsError(404, 'ResourceNotFoundException', `Package version '${name} ${version}' not found`);
    }
    return {
      format: 'pypi',
      package: name,
      version,
      assets: files.map((file) => ({ name: file.filename, size: file.size })),
    };
  }

  private domain({ principal }: Identity, query: URLSearchParams) {
    return this.cloud.domain(query.get('domain') ?? '', query.get('domain-owner') ?? principal.account);
  }

  private repository(identity: Identity, query: URLSearchParams) {
    const domain = this.domain(identity, query);
    return { domain, repository: this.cloud.repository(domain, query.get('repository') ?? '') };
  }
}

/** What is asked for: in the address, as the AWS CLI has it, or in a body of JSON, as Dependabot has it. */
function parametersOf({ url, headers, body }: Incoming): URLSearchParams {
  if (headers['x-amz-target'] === undefined) return url.searchParams;
  const asked: Record<string, unknown> = JSON.parse(body.toString());
  const { domain, domainOwner, durationSeconds, ...others } = asked;
  const [unknown] = Object.keys(others);
  if (unknown) throw new AwsError(400, 'ValidationException', `${unknown} is not known to the rehearsal`);
  const named = { domain, 'domain-owner': domainOwner, duration: durationSeconds };
  const given = Object.entries(named).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]));
}
