import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Refusal } from '../../evaluation/refusal';
import { type Environment, resolveTemplate, type Template } from '../../evaluation/template';
import { openAssembly } from '../assembly';
import { Misuse } from '../command';
import { type AccessSetup, ANY_ACCOUNT, type PlacedTemplate, readAccess } from './setup';

/** The setups of a cloud assembly, or of one template as JSON, an account each. */
export function loadSetups(path: string, cwd: string): AccessSetup[] {
  return setupsOf(loadTemplates(path, cwd));
}

/** What some templates come to, an account each. */
export function setupsOf(
  templates: readonly PlacedTemplate[],
  beside: readonly PlacedTemplate[] = [],
): AccessSetup[] {
  const imports = exportsOf([...templates, ...beside]);
  const withImports = templates.map(({ template, environment }) => ({
    template,
    environment: { ...environment, imports: { ...imports, ...environment.imports } },
  }));
  const accounts = new Map<string, PlacedTemplate[]>();
  for (const one of withImports) {
    const { account } = one.environment;
    accounts.set(account, [...(accounts.get(account) ?? []), one]);
  }
  return [...accounts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, those]) => readAccess(those));
}

/** The templates of a cloud assembly, or one template as JSON. */
export function loadTemplates(path: string, cwd: string): PlacedTemplate[] {
  const full = resolve(cwd, path);
  if (!statSync(full, { throwIfNoEntry: false })?.isFile()) {
    return openAssembly(path, cwd).map(({ template, account, region, stackName }) => ({
      template: template as Template,
      environment: { ...environmentOf(account, region), stackName },
    }));
  }
  try {
    const text = readFileSync(full, 'utf8');
    return [{ template: JSON.parse(text), environment: environmentIn(text) }];
  } catch (error) {
    throw new Misuse(`${path} is no template as JSON: ${(error as Error).message}`);
  }
}

/** A template says no place of its own, but those of others do as a rule. */
function environmentIn(text: string): Environment {
  const [, region, account] = /arn:aws[a-z-]*:codeartifact:([a-z0-9-]+):(\d{12}):/.exec(text) ?? [];
  return environmentOf(account, region);
}

/** A place; one that is left open is stood for by one that nobody has. */
export function environmentOf(account = ANY_ACCOUNT, region = 'us-east-1'): Environment {
  const partition = region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
  return { account, region, partition };
}

/** What stacks hand to each other; one that can't be read hands on nothing, and what imports of it is open. */
function exportsOf(templates: readonly PlacedTemplate[]): Record<string, string> {
  const known: Record<string, string> = {};
  for (const { template, environment } of templates) {
    for (const [name, output] of Object.entries(template.Outputs ?? {})) {
      try {
        Object.assign(
          known,
          resolveTemplate({ ...template, Outputs: { [name]: output } }, environment).exports,
        );
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
  }
  return known;
}

/** The account of a setup before there is anything in it. */
export function nothingIn({ account, region, partition }: AccessSetup): AccessSetup {
  return readAccess([{ template: {}, environment: { account, region, partition } }]);
}
