import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TARBALL } from '../../packaging/release';
import { ROOT } from '../python/environment';
import { installed, nodeProgram, Project, versionOf } from './installation';
import { run } from './run';
import { baselines, changes, type Made, madeBy, moves, writeApps } from './synthesis';
import { document, type Row } from './table';
import { compile, SETUPS } from './typescript';
import { runTests, TESTS } from './unit-tests';

const NODES = ['20', '22', '24'];
/** The older beside the oldest CDK, the newer beside the newest; `npm run pack:check` tries the newer beside both. */
const TYPESCRIPTS = ['5.9', '6.0'];

const tell = (text: string) => console.log(`[${process.uptime().toFixed(0).padStart(3)} s] ${text}`);
const problems: string[] = [];
const rows: Row[] = [];

/** Does what one row of the table says, and goes on with the others where it fails. */
function attempt(what: string, beside: string, check: () => string): void {
  try {
    const seen = check();
    rows.push({ what, beside, seen });
    tell(`${what}, ${beside}: ${seen}`);
  } catch (error) {
    problems.push(what);
    tell(`\x1b[31m${what}, ${beside}: ${(error as Error).message}\x1b[39m`);
  }
}

function refuse(lines: readonly string[]): void {
  if (lines.length > 0) throw new Error(lines.slice(0, 20).join('\n'));
}

function synthesis(modules: string, projects: readonly Project[]): void {
  const withFlags = new Map<string, Made>();
  for (const project of projects) writeApps(project);
  for (const project of projects)
    for (const major of NODES) {
      const node = nodeProgram(modules, major);
      const beside = `aws-cdk-lib ${project.cdk}, Node.js ${run(node, ['-p', 'process.versions.node']).trim()}`;
      attempt('reference apps, no feature flag', beside, () => {
        const made = madeBy(node, project, 'none');
        refuse(changes(baselines(Object.keys(made)), made));
        return `${Object.keys(made).length} templates and all their files are the committed bytes`;
      });
      attempt('reference apps, all recommended feature flags', beside, () => {
        const made = madeBy(node, project, 'all');
        refuse(moves(made));
        refuse(changes(filesOf(baselines(Object.keys(made))), filesOf(made)));
        const first = withFlags.get('first') ?? made;
        withFlags.set('first', first);
        refuse(changes(first, made));
        return 'the same bytes in every row; beside those without flags, no identity and no file is another';
      });
    }
}

function filesOf(made: Made): Made {
  return Object.fromEntries(
    Object.entries(made).map(([app, { files }]) => [app, { files, template: { Resources: {} } }]),
  );
}

function compilers(modules: string, projects: readonly Project[]): void {
  for (const [index, project] of projects.entries()) {
    const name = `typescript-${TYPESCRIPTS[index]}`;
    const version = versionOf(modules, name);
    const tsc = join(modules, name, 'bin', 'tsc');
    for (const setup of Object.keys(SETUPS))
      attempt(`a consumer compiles: ${setup}`, `aws-cdk-lib ${project.cdk}, TypeScript ${version}`, () => {
        compile(tsc, version, project, setup);
        return 'no error, `skipLibCheck: false`';
      });
  }
}

/** The CLI reads what the newest CDK writes, and what the floor writes. */
function cli(modules: string, projects: readonly Project[]): void {
  const program = join(modules, 'aws-cdk', 'bin', 'cdk');
  for (const project of projects)
    attempt(
      'the example, by the CDK CLI',
      `aws-cdk-lib ${project.cdk}, aws-cdk ${versionOf(modules, 'aws-cdk')}`,
      () => {
        run(
          process.execPath,
          [
            require.resolve('esbuild/bin/esbuild'),
            join(ROOT, 'examples', 'app.ts'),
            '--outfile=example.cjs',
            '--format=cjs',
            '--platform=node',
          ],
          { cwd: project.folder },
        );
        const env = { CDK_DISABLE_CLI_TELEMETRY: 'true', CDK_DISABLE_VERSION_CHECK: '1' };
        const app = `${process.execPath} example.cjs`;
        const said = run(process.execPath, [program, 'synth', '--strict', '--no-notices', '--app', app], {
          cwd: project.folder,
          env,
        });
        if (!said.includes('AWS::CodeArtifact::Domain')) throw new Error(`No domain in:\n${said}`);
        return 'synthesizes, `--strict`';
      },
    );
}

function packageJudges(modules: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'publint-'));
  try {
    run('tar', ['-xzf', TARBALL, '-C', folder]);
    attempt('`exports`, `types` and files of the tarball', `publint ${versionOf(modules, 'publint')}`, () => {
      run(process.execPath, [join(modules, 'publint', 'src', 'cli.js'), '--strict', join(folder, 'package')]);
      return 'no error and no warning, `--strict`';
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
  const attw = '@arethetypeswrong/cli';
  attempt('types as each resolution sees them', `${attw} ${versionOf(modules, attw)}`, () => {
    run(process.execPath, [join(modules, attw, 'dist', 'index.js'), TARBALL]);
    return 'no finding';
  });
}

function unitTests(modules: string): void {
  const newest = `aws-cdk-lib ${versionOf(modules, 'aws-cdk-lib')}, constructs ${versionOf(modules, 'constructs')}`;
  attempt(`unit tests: ${TESTS.join(', ')}`, newest, () => runTests(modules));
}

const PARTS = { package: packageJudges, typescript: compilers, cli, synthesis, tests: unitTests };

function main(wanted: readonly string[]): void {
  const parts = Object.entries(PARTS).filter(([name]) => wanted.length === 0 || wanted.includes(name));
  if (parts.length === 0) throw new Error(`Parts: ${Object.keys(PARTS).join(', ')}`);
  const modules = installed(tell);
  const peers = [join(ROOT, 'node_modules'), modules];
  const projects = peers.map((folder) => new Project(versionOf(folder, 'aws-cdk-lib'), folder));
  try {
    for (const [, check] of parts) check(modules, projects);
  } finally {
    for (const project of projects) project.remove();
  }
  const isWhole = wanted.length === 0 && problems.length === 0;
  if (isWhole) writeFileSync(join(ROOT, 'docs', 'versions.md'), document(rows));
  tell(problems.length === 0 ? 'PASSED' : `FAILED: ${problems.length}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

main(process.argv.slice(2));
