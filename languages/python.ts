import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CONSUMER, ROOT, TOOLS } from '../tools/python/environment';
import { type Language, run, type Sources } from './language';
import { expectSame, synthesized } from './synthesis';

const EXAMPLE = join(ROOT, 'examples', 'python');

/** An environment with the locked CDK for Python, and the wheel of this package. */
function installed(sources: Sources): string {
  const folder = sources.scratch('python');
  const uv = TOOLS.program('uv');
  const python = join(folder, 'venv', 'bin', 'python');
  const pip = ['pip', 'install', '--quiet', '--python', python, '--no-index'];
  run(uv, ['venv', '--quiet', '--python', CONSUMER.program('python'), join(folder, 'venv')]);
  run(uv, [...pip, '--find-links', CONSUMER.wheels, '--require-hashes', '--requirement', CONSUMER.lock]);
  const dist = join(folder, 'dist');
  const build = [
    'build',
    '--quiet',
    '--wheel',
    '--no-build-isolation',
    '--python',
    python,
    '--out-dir',
    dist,
  ];
  run(uv, [...build, sources.of('python')]);
  run(uv, [...pip, '--no-deps', '--find-links', dist, 'cdk-python-artifact-pipeline']);
  return python;
}

/** The example of the README in both languages: each runs as it stands there, and gives the same. */
function expectReadmeIsOne(python: string, sources: Sources): void {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const folder = sources.scratch('readme');
  const write = (name: string, fence: RegExp) => {
    const [, code] = fence.exec(readme) ?? [];
    if (!code) throw new Error(`The README has no example for ${name}`);
    writeFileSync(join(folder, name), code);
    return join(folder, name);
  };
  const inPython = write('readme.py', /^```python\n([\s\S]*?)^```$/m);
  const inTypeScript = write('readme.ts', /^```ts nofixture\n([\s\S]*?)^```$/m);
  run(python, ['-m', 'mypy', '--strict', inPython], { cwd: folder });
  expectSame(
    synthesized(`${python} ${inPython}`, sources.scratch('readme-python'), folder, {}),
    synthesized(typeScript(inTypeScript), sources.scratch('readme-typescript'), folder, TYPESCRIPT),
  );
}

/** jsii makes a script of the package's command, which answers about an assembly as the one of npm does. */
function expectCommand(python: string, sources: Sources): void {
  const command = join(dirname(python), 'cdk-python-artifact-pipeline');
  const assembly = join(sources.scratch('python-app'), 'cdk.out');
  const answer = run(command, ['who', 'publish', 'acme-orders-sdk', assembly]);
  if (!answer.includes('acme/orders-sdk')) throw new Error(`The command says:\n${answer}`);
}

const TYPESCRIPT = {
  NODE_PATH: join(ROOT, 'node_modules'),
  TS_NODE_PROJECT: join(ROOT, 'examples', 'tsconfig.json'),
  TS_NODE_TRANSPILE_ONLY: '1',
};

function typeScript(file: string): string {
  return `${process.execPath} ${require.resolve('ts-node/dist/bin')} ${file}`;
}

export const PYTHON: Language = {
  name: 'Python',
  missing: () => (CONSUMER.isComplete ? undefined : 'its environment: npm run tools:install -- --languages'),
  check: (sources) => {
    const python = installed(sources);
    const cwd = join(sources.scratch('python'), 'example');
    cpSync(EXAMPLE, cwd, { recursive: true });
    const tests = run(python, ['-m', 'pytest', '--quiet', '-p', 'no:cacheprovider'], { cwd });
    run(python, ['-m', 'mypy'], { cwd });
    const files = synthesized(`${python} app.py`, sources.scratch('python-app'), cwd);
    const twin = typeScript(join(ROOT, 'languages', 'twin.ts'));
    expectSame(files, synthesized(twin, sources.scratch('twin'), ROOT, TYPESCRIPT));
    expectReadmeIsOne(python, sources);
    expectCommand(python, sources);
    const [passed] = /\d+ passed/.exec(tests) ?? ['no test'];
    return `wheel installed, ${passed} by pytest, mypy strict, template and ${files.size - 1} files as from TypeScript, README in both, the command answers`;
  },
};
