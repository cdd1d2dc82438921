import { attachCustomSynthesis } from 'aws-cdk-lib';
import { Construct, type IConstruct } from 'constructs';
import { isPlaceholder } from '../../private/token-text';
import { awaitsLookup, firstWithError } from './app-state';
import { type FileOwner, type GeneratedFile, ofConstruct } from './file-owner';
import { findGitRoot, noCheckout, noFolder } from './git-root';
import { printable } from './header';
import { judge, writeAll } from './judge';
import { annotate, print, spokesman } from './messages';
import { eachOnce } from './shared-files';
import { staleFiles } from './stale-files';
import { SynthesisMode, synthesisMode } from './synthesis-mode';

/**
 * The files that the constructs of an app have in checkouts. They are judged once, when every Stage is there, and
 * written when every stack is synthesized.
 */
export class AppFiles {
  public static of(construct: IConstruct): AppFiles {
    const { root } = construct.node;
    const files = filesOf.get(root) ?? new AppFiles(root);
    filesOf.set(root, files);
    return files;
  }

  private readonly owners: FileOwner[] = [];
  private toWrite: GeneratedFile[] = [];
  private writes = false;

  private constructor(private readonly app: IConstruct) {
    app.node.addValidation({ validate: () => this.check() });
  }

  public add(owner: FileOwner): void {
    this.owners.push(owner);
  }

  /** The problems on disk. Where there are none, what differs is written at the end of the synthesis. */
  private check(): string[] {
    this.toWrite = [];
    const mode = synthesisMode();
    const owners = this.owners.filter(({ writeFiles }) => writeFiles);
    if (mode === SynthesisMode.NONE || owners.length === 0) return [];
    if (awaitsLookup(this.app)) return wait();

    const { generated, problems } = generate(owners);
    if (generated.some(({ path, text }) => isPlaceholder(path) || isPlaceholder(text))) return wait();
    const { files, conflicts } = eachOnce(generated);
    const judged = files.map((file) => ({ file, ...judge(file, mode) }));
    problems.push(...conflicts, ...judged.flatMap(({ problem }) => problem ?? []));
    const speaker = spokesman(owners.map(({ construct }) => construct));
    for (const sentence of this.stale(generated)) {
      if (mode === SynthesisMode.CHECK) problems.push(sentence);
      else annotate(speaker, 'Warning', 'stale-workflow', sentence);
    }
    if (mode === SynthesisMode.WRITE && problems.length === 0) {
      this.toWrite = judged.flatMap(({ file, differs }) => (differs ? [file] : []));
      if (this.toWrite.length > 0) this.writeAtTheEnd();
    }
    return problems;
  }

  private stale(generated: GeneratedFile[]): string[] {
    return [...byRoot(generated)].flatMap(([root, paths]) => staleFiles(this.app, root, new Set(paths)));
  }

  /**
   * The root is synthesized last, so what is attached to it sees that nothing failed. It takes one: where that is
   * somebody else's, ours is attached to a construct behind all others.
   */
  private writeAtTheEnd(): void {
    if (this.writes) return;
    this.writes = true;
    const synthesis = { onSynthesize: () => this.write() };
    try {
      attachCustomSynthesis(this.app, synthesis);
    } catch {
      attachCustomSynthesis(new Construct(this.app, 'GeneratedFiles'), synthesis);
    }
  }

  private write(): void {
    const files = this.toWrite;
    this.toWrite = [];
    if (files.length === 0) return;
    const failed = firstWithError(this.app);
    if (failed) {
      print(`No generated file is written, since ${printable(failed.node.path) || 'the app'} has an error.`);
      return;
    }
    writeAll(files);
    for (const [root, paths] of byRoot(files)) {
      print(`Written in ${root}, to be committed: ${paths.join(', ')}`);
    }
  }
}

const filesOf = new WeakMap<IConstruct, AppFiles>();

/** The files of the constructs that have a folder for them, and a sentence for each whose folder is not there. */
function generate(owners: FileOwner[]): { generated: GeneratedFile[]; problems: string[] } {
  const generated: GeneratedFile[] = [];
  const problems: string[] = [];
  const homeless: IConstruct[] = [];
  for (const owner of owners) {
    const root = findGitRoot(owner.gitRoot);
    if (root !== undefined) {
      for (const [path, text] of Object.entries(owner.files())) generated.push({ owner, root, path, text });
    } else if (owner.gitRoot !== undefined) {
      problems.push(`${noFolder(owner.gitRoot)} ${ofConstruct(owner)}`);
    } else {
      homeless.push(owner.construct);
    }
  }
  if (homeless.length > 0) annotate(spokesman(homeless), 'Info', 'no-checkout', noCheckout());
  return { generated, problems };
}

/** The paths of files in each checkout. */
function byRoot(files: GeneratedFile[]): Map<string, string[]> {
  const roots = new Map<string, string[]>();
  for (const { root, path } of files) roots.set(root, [...(roots.get(root) ?? []), path]);
  return roots;
}

function wait(): [] {
  print('The generated files are neither compared nor written yet: the CDK CLI looks up values first.');
  return [];
}
