import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Misuse } from './command';

/** One stack of a cloud assembly. */
export interface AssemblyStack {
  /** Path of its construct, for example `Prod/PythonArtifacts`. */
  readonly path: string;
  readonly stackName: string;

  /** Left out where the stack does not say it: it takes that of the deployment. */
  readonly account?: string;
  readonly region?: string;
  readonly template: StackTemplate;

  /** Its file, below the folder of the assembly. */
  readonly templateFile: string;
}

/** What commands read of a template. */
export interface StackTemplate {
  readonly Resources?: Readonly<Record<string, StackResource>>;
  readonly Parameters?: Readonly<Record<string, { Type?: string; Default?: unknown }>>;
  readonly Outputs?: Readonly<Record<string, { Value?: unknown; Export?: { Name?: unknown } }>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
}

export interface StackResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
  readonly Condition?: string;
  readonly DeletionPolicy?: string;
}

interface Manifest {
  readonly artifacts?: Readonly<
    Record<
      string,
      {
        readonly type: string;
        readonly environment?: string;
        readonly displayName?: string;
        readonly properties?: { templateFile?: string; stackName?: string; directoryName?: string };
      }
    >
  >;
}

interface AssetManifest {
  readonly files?: Readonly<Record<string, { readonly source?: { readonly path?: string } }>>;
}

/** The stacks of a folder that `cdk synth` wrote, those of stages and nested stacks too, in the order of their paths. */
export function openAssembly(folder: string, cwd: string): AssemblyStack[] {
  const directory = resolve(cwd, folder);
  if (!existsSync(join(directory, 'manifest.json'))) {
    throw new Misuse(
      `${folder} is no cloud assembly: it has no manifest.json. Run "npx cdk synth", or name the folder that it writes.`,
    );
  }
  const stacks = stacksOf(directory, directory);
  if (!stacks.length) throw new Misuse(`${folder} holds no stack: its app makes none.`);
  return stacks.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Read here and not by aws-cdk-lib, so that a command starts without the peers of the library. */
function stacksOf(directory: string, root: string): AssemblyStack[] {
  const { artifacts = {} } = readJson(join(directory, 'manifest.json'), 'cloud assembly') as Manifest;
  return Object.entries(artifacts).flatMap(
    ([id, { type, environment = '', displayName, properties = {} }]) => {
      const { templateFile, directoryName, stackName = id } = properties;
      if (type === 'cdk:cloud-assembly' && directoryName)
        return stacksOf(join(directory, directoryName), root);
      if (type !== 'aws:cloudformation:stack' || !templateFile) return [];
      const [, account, region] = /^aws:\/\/([^/]+)\/(.+)$/.exec(environment) ?? [];
      const named = (name?: string) => (name?.startsWith('unknown-') ? undefined : name);
      const stack = { path: displayName ?? id, stackName, account: named(account), region: named(region) };
      return withNested(stack, join(directory, templateFile), directory, root);
    },
  );
}

type StackOf = Omit<AssemblyStack, 'template' | 'templateFile'>;

/** A nested stack is a resource that names the file of its template. */
function withNested(stack: StackOf, file: string, folder: string, root: string): AssemblyStack[] {
  const template = readJson(file, 'template') as StackTemplate;
  const nested = Object.entries(template.Resources ?? {}).flatMap(([id, { Type, Metadata, Properties }]) => {
    if (Type !== 'AWS::CloudFormation::Stack') return [];
    const path = Metadata?.['aws:asset:path'] ?? assetPath(Properties?.TemplateURL, folder);
    if (typeof path !== 'string') return [];
    const named = Metadata?.['aws:cdk:path'];
    const name = typeof named === 'string' ? named.split('/').at(-2)?.replace('.NestedStack', '') : id;
    const child = { ...stack, path: `${stack.path}/${name}`, stackName: `${stack.stackName}-${id}` };
    return withNested(child, resolve(folder, path), folder, root);
  });
  const templateFile = file.slice(root.length + 1).replaceAll('\\', '/');
  return [{ ...stack, template, templateFile }, ...nested];
}

/** Only the CDK CLI asks for metadata of assets; without it, a nested template is found by the hash in its URL. */
function assetPath(url: unknown, folder: string): string | undefined {
  const [, hash] = /([0-9a-f]{64})\.json/.exec(JSON.stringify(url ?? '')) ?? [];
  if (hash === undefined) return undefined;
  const manifests = readdirSync(folder).filter((file) => file.endsWith('.assets.json'));
  return manifests
    .map((file) => readJson(join(folder, file), 'asset manifest') as AssetManifest)
    .map(({ files }) => files?.[hash]?.source?.path)
    .find((path) => path !== undefined);
}

function readJson(file: string, what: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Misuse(`${file} is no ${what}: ${(error as Error).message}`);
  }
}
