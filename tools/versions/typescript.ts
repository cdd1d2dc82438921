import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../python/environment';
import type { Project } from './installation';
import { run } from './run';

/** The set-ups that people compile in. */
export const SETUPS: Readonly<
  Record<string, { readonly files: readonly string[]; readonly options: object }>
> = {
  'node10, CJS': { files: ['consumer.ts'], options: { module: 'commonjs', moduleResolution: 'node10' } },
  'node16, CJS and ESM': { files: ['consumer.cts', 'consumer.mts'], options: { module: 'node16' } },
  'bundler, ESM': { files: ['consumer.ts'], options: { module: 'esnext', moduleResolution: 'bundler' } },
};

/** Compiles the consumer with the declarations of all libraries checked; throws what the compiler says. */
export function compile(tsc: string, version: string, { folder }: Project, setup: string): void {
  const { files, options } = SETUPS[setup] as (typeof SETUPS)[string];
  for (const file of files) copyFileSync(join(ROOT, 'packaging', 'consumer.ts'), join(folder, file));
  const silenced = version.startsWith('6') && setup.startsWith('node10') ? { ignoreDeprecations: '6.0' } : {};
  const compilerOptions = {
    strict: true,
    skipLibCheck: false,
    target: 'es2022',
    lib: ['es2022', 'esnext.disposable'], // aws-cdk-lib names Disposable since some version after the floor
    types: [],
    noEmit: true,
    ...options,
    ...silenced,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  run(process.execPath, [tsc, '-p', folder]);
}
