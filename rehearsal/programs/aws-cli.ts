import { signed } from '../aws/client';
import type { Credentials } from '../aws/cloud';

/** Where the AWS CLI is logged in to. */
export interface AwsLogin {
  readonly endpoints: Readonly<Record<string, string>>;
  readonly credentials: Credentials;
}

/** What a program printed, and how it ended. */
export interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

type Arguments = Readonly<Record<string, string>>;
interface RestOperation {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** The parameter of the query, by the option. */
  readonly query: Readonly<Record<string, string>>;
}

const DOMAIN = { domain: 'domain', 'domain-owner': 'domain-owner' };
const REST: Readonly<Record<string, RestOperation>> = {
  'describe-domain': { method: 'GET', path: '/v1/domain', query: DOMAIN },
  'get-domain-permissions-policy': { method: 'GET', path: '/v1/domain/permissions/policy', query: DOMAIN },
  'describe-repository': {
    method: 'GET',
    path: '/v1/repository',
    query: { ...DOMAIN, repository: 'repository' },
  },
  'get-repository-permissions-policy': {
    method: 'GET',
    path: '/v1/repository/permissions/policy',
    query: { ...DOMAIN, repository: 'repository' },
  },
  'describe-package-group': {
    method: 'GET',
    path: '/v1/package-group',
    query: { ...DOMAIN, 'package-group': 'package-group' },
  },
  'list-allowed-repositories-for-group': {
    method: 'GET',
    path: '/v1/package-group-allowed-repositories',
    query: {
      ...DOMAIN,
      'package-group': 'package-group',
      'origin-restriction-type': 'originRestrictionType',
    },
  },
  'get-authorization-token': {
    method: 'POST',
    path: '/v1/authorization-token',
    query: { ...DOMAIN, 'duration-seconds': 'duration' },
  },
};

/** What stands in for the AWS CLI where a thousand real ones would take too long: it asks and answers as that does. */
export async function awsCli(args: readonly string[], login: AwsLogin): Promise<Printed> {
  const [service = '', operation = '', ...rest] = args;
  const options = optionsOf(rest);
  const url = login.endpoints[service];
  if (!url) return { code: 255, stdout: '', stderr: `\nUnknown service: ${service}\n` };
  const name = spelled(operation);
  const region = options.region ?? 'us-east-1';
  const response = await fetch(
    service === 'codeartifact'
      ? restRequest(url, region, operation, options, login)
      : query(url, region, service, name, options, login),
  );
  const text = await response.text();
  if (response.ok) {
    const body = service === 'codeartifact' ? JSON.parse(text) : fromXml(text, `${name}Result`);
    const shown = options.query ? body[options.query] : body;
    return { code: 0, stdout: `${JSON.stringify(shown, undefined, 4)}\n`, stderr: '' };
  }
  const [code, message] =
    service === 'codeartifact'
      ? [response.headers.get('x-amzn-errortype'), JSON.parse(text).message]
      : [element(text, 'Code'), element(text, 'Message')];
  const stderr = `\nAn error occurred (${code}) when calling the ${name} operation: ${message}\n`;
  return { code: 254, stdout: '', stderr };
}

function optionsOf(args: readonly string[]): Arguments {
  const pairs = args.flatMap((arg, i) => (arg.startsWith('--') ? [[arg.slice(2), args[i + 1] ?? '']] : []));
  return Object.fromEntries(pairs);
}

function restRequest(
  url: string,
  region: string,
  operation: string,
  options: Arguments,
  { credentials }: AwsLogin,
): Request {
  const known = REST[operation];
  if (!known) throw new Error(`aws codeartifact ${operation} is not known to the rehearsal`);
  const target = new URL(known.path, url);
  for (const [option, parameter] of Object.entries(known.query)) {
    if (options[option] !== undefined) target.searchParams.set(parameter, options[option]);
  }
  return signed({ url: target.href, region }, 'codeartifact', credentials, { method: known.method });
}

/** In the names of operations and parameters, the words of the command line are in capitals, but for these. */
const spelled = (words: string) =>
  words
    .replaceAll(/(?:^|-)([a-z])/g, (_all, letter: string) => letter.toUpperCase())
    .replace('OpenId', 'OpenID');

function query(
  url: string,
  region: string,
  service: string,
  name: string,
  options: Arguments,
  { credentials }: AwsLogin,
): Request {
  const form = new URLSearchParams({ Action: name, Version: '2010-05-08' });
  for (const [option, value] of Object.entries(options)) {
    if (['region', 'output', 'query'].includes(option)) continue;
    form.set(spelled(option), value);
  }
  return signed({ url, region }, service, credentials, { method: 'POST', body: form.toString() });
}

/** The answer of a query service as the AWS CLI prints it: policy documents are decoded. */
// biome-ignore lint/suspicious/noExplicitAny: any answer
function fromXml(text: string, name: string): any {
  const [root = ''] = new RegExp(`<${name}>.*</${name}>`, 's').exec(text) ?? [];
  return parsed(root.slice(name.length + 2, -name.length - 3), name);
}

function parsed(inner: string, name: string): unknown {
  const children = [...inner.matchAll(/<(\w+)>(.*?)<\/\1>/gs)];
  if (inner.startsWith('<member>')) return members(inner);
  if (children.length === 0) {
    if (/(List|s)$/.test(name) && inner === '') return [];
    return name.endsWith('Document') ? JSON.parse(decodeURIComponent(inner)) : unescapeXml(inner);
  }
  return Object.fromEntries(children.map(([, child = '', value = '']) => [child, parsed(value, child)]));
}

function members(inner: string): unknown[] {
  return inner
    .slice('<member>'.length, -'</member>'.length)
    .split('</member><member>')
    .map((item) => parsed(item, 'member'));
}

function element(text: string, name: string): string {
  const [, value = ''] = new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(text) ?? [];
  return unescapeXml(value);
}

const unescapeXml = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
