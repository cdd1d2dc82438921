import type { Repository } from '../../evaluation/template';
import type { BearerToken, Cloud } from '../aws/cloud';
import { AwsError } from '../aws/errors';
import { type Incoming, type Reply, type Service, serve } from '../net/serve';
import { normalize } from './names';
import type { PackageIndex } from './package-index';
import { publish, readUpload, UploadError } from './publish';
import { simplePage } from './simple';
import type { Store } from './store';

/** CodeArtifact's PyPI endpoint: upload, index and downloads, with the path form of its VPC endpoints. */
export class PypiEndpoint {
  public constructor(
    private readonly cloud: Cloud,
    private readonly index: PackageIndex,
    private readonly store: Store,
  ) {}

  public serve(): Promise<Service> {
    return serve(async (request) => {
      try {
        return await this.answer(request);
      } catch (error) {
        if (error instanceof AwsError || error instanceof UploadError)
          return refuse(error.status, error.message);
        throw error;
      }
    });
  }

  private async answer(request: Incoming): Promise<Reply> {
    const path = /^\/pypi\/d\/([a-z0-9-]+)-(\d{12})\/([^/]+)\/(.*)$/.exec(request.url.pathname);
    if (!path) return refuse(404, 'Not Found');
    const [, domainName = '', owner = '', repositoryName = '', rest = ''] = path;
    const token = this.authenticate(request);
    if (!token) return refuse(401, 'Unauthenticated: no token, or it is unknown or expired');
    const domain = this.cloud.domain(domainName, owner);
    if (token.domainArn !== domain.arn)
      return refuse(401, `Unauthenticated: the token is not for domain ${domainName}`);
    const repository = this.cloud.repository(domain, repositoryName);
    if (request.method === 'POST' && rest === '') return this.upload(request, token, repository);
    const [, name, , filename] = /^simple\/([^/]+)\/(?:([^/]+)\/([^/]+))?$/.exec(rest) ?? [];
    if (request.method !== 'GET' || !name) return refuse(404, 'Not Found');
    this.cloud.demand(token, 'codeartifact:ReadFromRepository', repository.arn);
    return filename
      ? this.download(repository, normalize(name), decodeURIComponent(filename))
      : this.list(repository, name, request.headers.accept);
  }

  /** Basic with user `aws`, or Bearer. */
  private authenticate({ headers: { authorization = '' } }: Incoming): BearerToken | undefined {
    const [, scheme = '', value = ''] = /^(\w+) (.+)$/.exec(authorization) ?? [];
    if (scheme.toLowerCase() === 'bearer') return this.cloud.token(value);
    const [user, ...password] = Buffer.from(value, 'base64').toString().split(':');
    return scheme.toLowerCase() === 'basic' && user === 'aws'
      ? this.cloud.token(password.join(':'))
      : undefined;
  }

  private async upload(request: Incoming, token: BearerToken, repository: Repository): Promise<Reply> {
    const upload = readUpload(request.body, request.headers['content-type'] ?? '');
    const packages = repository.arn.replace(':repository/', ':package/');
    this.cloud.demand(token, 'codeartifact:PublishPackageVersion', `${packages}/pypi//${upload.name}`);
    await publish(this.index, this.store, repository, upload);
    return { status: 200 };
  }

  private async list(repository: Repository, name: string, accept?: string): Promise<Reply> {
    const offers = await this.index.offers(repository, normalize(name));
    if (!offers.length) return refuse(404, 'Not Found');
    const listed = offers.map((o) => ({ ...o, url: `${o.version}/${encodeURIComponent(o.filename)}` }));
    return simplePage(normalize(name), listed, accept);
  }

  private async download(repository: Repository, name: string, filename: string): Promise<Reply> {
    const offer = (await this.index.offers(repository, name)).find(
      (candidate) => candidate.filename === filename,
    );
    if (!offer) return refuse(404, 'Not Found');
    const headers = { 'content-type': 'application/octet-stream', 'content-length': String(offer.size) };
    return { status: 200, headers, file: await this.index.fetch(repository, name, offer) };
  }
}

function refuse(status: number, message: string): Reply {
  const challenge = status === 401 ? { 'www-authenticate': 'Basic realm="CodeArtifact"' } : undefined;
  return { status, reason: message, headers: { 'content-type': 'text/plain', ...challenge }, body: message };
}
