import { type GeneratedFile, ofConstruct } from './file-owner';
import { checkWritable, firstDifference, isByHand, read, readIfPossible, write } from './files-on-disk';
import { Blocked } from './locate';
import { SynthesisMode } from './synthesis-mode';
import { namesEnvironmentBeyond, unknownEnvironment } from './unknown-environment';

const REGENERATE = 'Run `npx cdk synth` outside of CI, and commit the file.';
const WRITE_ENV =
  "Write account and Region into the stack's env: CDK_DEFAULT_ACCOUNT and CDK_DEFAULT_REGION are those of the " +
  'AWS credentials around, and absent without.';

/** What is to be said of a file on disk, and done about it. */
export interface Judgement {
  readonly differs: boolean;
  /** Why it is not to be overwritten, or in CI, not to differ. */
  readonly problem?: string;
}

export function judge(file: GeneratedFile, mode: SynthesisMode): Judgement {
  const { root, path, text } = file;
  const isCheck = mode === SynthesisMode.CHECK;
  try {
    const found = read(root, path);
    if (found === text) return { differs: false };
    if (found !== undefined && isByHand(root, path, found)) return { differs: true, problem: byHand(file) };
    if (isCheck) return { differs: true, problem: drift(file, found) };
    checkWritable(root, path);
    return { differs: true };
  } catch (error) {
    return { differs: true, problem: obstacle(file, isCheck ? 'compared' : 'written', error) };
  }
}

/** Writes all of the files, or where one can't be written, none. */
export function writeAll(files: GeneratedFile[]): void {
  const undo: (() => void)[] = [];
  for (const file of files) {
    try {
      undo.push(write(file.root, file.path, file.text));
    } catch (error) {
      for (const step of undo.reverse()) step();
      throw new Error(obstacle(file, 'written', error));
    }
  }
}

function byHand({ path, owner }: GeneratedFile): string {
  return (
    `The file ${path} was not generated, and would be overwritten. Move it away, or give the construct another ` +
    `${owner.namedBy}. ${ofConstruct(owner)}`
  );
}

function drift(file: GeneratedFile, found: string | undefined): string {
  const { path, text, owner } = file;
  const here = ofConstruct(owner);
  if (found === undefined) return `The generated file ${path} is missing. ${REGENERATE} ${here}`;
  return (
    `The committed file ${path} is not what the app generates; line ${firstDifference(found, text)} is the ` +
    `first to differ. ${advice(file)} ${here}`
  );
}

/** A synthesis elsewhere mends no file that says another account because of where it is run. */
function advice({ owner, root }: GeneratedFile): string {
  const unknown = unknownEnvironment(owner.construct);
  const files = Object.entries(owner.files());
  const committed = files.map(([path]) => readIfPossible(root, path) ?? '').join('\n');
  const generated = files.map(([, text]) => text).join('\n');
  const isLess = namesEnvironmentBeyond(committed, generated);
  if (unknown && isLess) return `${unknown} ${WRITE_ENV}`;
  if (unknown || !(isLess || namesEnvironmentBeyond(generated, committed))) return REGENERATE;
  return `${REGENERATE} If account or Region are another each time: ${WRITE_ENV}`;
}

function obstacle({ path, owner }: GeneratedFile, verb: string, error: unknown): string {
  if (!(error instanceof Blocked)) throw error;
  return (
    `The file ${path} can not be ${verb}: ${error.message}. Make way for it, say gitRoot with another folder that ` +
    `holds .github/, or turn the files off with writeFiles: false. ${ofConstruct(owner)}`
  );
}
