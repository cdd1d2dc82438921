/** The values that a part of a request can have, read from left to right. */
export interface Field {
  /** Characters, grouped by what they mean here: those of one group lead to the same. Plain ones first. */
  readonly groups: readonly string[];
  readonly start: string;
  /** Where a character leads to; none where no value goes on so. */
  step(state: string, char: string): string | undefined;
  accepts(state: string): boolean;
}

/** Whether a text is a value. */
export function isValueOf(field: Field, text: string): boolean {
  let state: string | undefined = field.start;
  for (const char of text) state = state === undefined ? undefined : field.step(state, char);
  return state !== undefined && field.accepts(state);
}

const LOWER = 'xabcdefghijklmnopqrstuvwyz';
const LETTERS = LOWER + LOWER.toUpperCase();
const DIGITS = '1234567890';
const SIGNS = ` !"#$&'()*+,;<=>?[\\]^\`{|}~é`;

/** A first character, then others, at least `least` in all and at most `most`. */
export function word(first: readonly string[], others: readonly string[], least = 1, most?: number): Field {
  const cap = most ?? least;
  return {
    groups: others,
    start: '0',
    step: (state, char) => {
      const length = Number(state);
      if (most !== undefined && length === most) return undefined;
      if (!(length === 0 ? first : others).some((group) => group.includes(char))) return undefined;
      return String(Math.min(length + 1, Math.max(cap, 1)));
    },
    accepts: (state) => Number(state) >= least,
  };
}

/** A user or organization on GitHub. @see https://docs.github.com/en/enterprise-cloud@latest/admin/managing-iam/iam-configuration-reference/username-considerations-for-external-authentication */
export const LOGIN = word([LETTERS, DIGITS], [LETTERS, DIGITS, '-', '_']);

/** Also an app, as in `dependabot[bot]`. */
export const ACTOR = word([LETTERS, DIGITS], [LETTERS, DIGITS, '-', '_', '[', ']']);

export const REPOSITORY_NAME = word([LETTERS, DIGITS, '-', '_', '.'], [LETTERS, DIGITS, '-', '_', '.']);
export const ID = word(['123456789'], ['123456789', '0']);
export const ACCOUNT = word(['9123456780'], ['9123456780'], 12, 12);

/** Of an AWS organization, behind `o-`. @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html */
export const ORGANIZATION = word([LOWER, DIGITS], [LOWER, DIGITS], 10, 32);
export const COMMIT = word(['abcdef', DIGITS], ['abcdef', DIGITS], 40, 40);
export const FILE_NAME = word([LETTERS, DIGITS, '-', '_', '.'], [LETTERS, DIGITS, '-', '_', '.']);

/** Any text of one line; a colon is a group of its own, since a subject escapes it. */
export const TEXT = word(
  [LETTERS, DIGITS, SIGNS, '-_./@', ':', '%'],
  [LETTERS, DIGITS, SIGNS, '-_./@', ':', '%'],
);

export const REGION = word([LOWER], [LOWER, DIGITS, '-']);
/** A domain or repository of CodeArtifact. */
export const RESOURCE_NAME = word([LETTERS, DIGITS], [LETTERS, DIGITS, '-', '_', '.']);
/** Normalized. @see https://packaging.python.org/en/latest/specifications/name-normalization/ */
export const PACKAGE_NAME: Field = {
  groups: [LOWER, DIGITS, '-'],
  start: '-',
  step: (state, char) =>
    char === '-'
      ? state === '-'
        ? undefined
        : '-'
      : LOWER.includes(char) || DIGITS.includes(char)
        ? 'x'
        : undefined,
  accepts: (state) => state === 'x',
};
/** Of another format than PyPI. */
export const ANY_PACKAGE_NAME = word([LETTERS, DIGITS, '-_.', '@/'], [LETTERS, DIGITS, '-_.', '@/']);
export const ANY_NAMESPACE = word([LETTERS, DIGITS, '-_.'], [LETTERS, DIGITS, '-_.'], 0);
export const ROLE_NAME = word([LETTERS, DIGITS, '+=,.@_-', '/'], [LETTERS, DIGITS, '+=,.@_-', '/']);

const LOCK = '.lock';
const IN_NAMES = [...LETTERS].filter((letter) => !LOCK.includes(letter)).join('');

/** What Git takes in no ref; what is beyond ASCII is stood for by one letter. */
const NOT_IN_REFS = /[^!-~é]|[~^:?*[\\]/;

/** The name of a branch or tag. @see https://git-scm.com/docs/git-check-ref-format */
export const REF_NAME: Field = {
  groups: [DIGITS, IN_NAMES, 'l', 'o', 'c', 'k', '-_', `!"#$%&'()+,;<=>]\`|}é`, '{', '@', '.', '/'],
  start: '/',
  step: (state, char) => {
    if (NOT_IN_REFS.test(char)) return undefined;
    const ended = state.startsWith('.') || state === '/' || state.endsWith(LOCK);
    if (char === '/') return ended ? undefined : '/';
    if (char === '.') return state === '/' || state.startsWith('.') ? undefined : '.';
    if (char === '{' && state === '@') return undefined;
    if (char === '@') return '@';
    const lock = state.slice(state.indexOf('.'));
    const isLock = state.includes('.') && LOCK.startsWith(lock + char);
    return isLock ? `x${lock}${char}` : 'x';
  },
  accepts: (state) => !(state === '/' || state === '.' || state.endsWith(LOCK)),
};

const REF_PREFIXES = ['refs/heads/', 'refs/tags/', 'refs/pull/'];
const SPECIAL = [...new Set('refsheadstagspullockabcdef')].sort();
const PLAIN = [...LETTERS].filter((letter) => !SPECIAL.includes(letter)).join('');

/** A ref as a token has it: of a branch, a tag or a pull request; where `orCommit`, also all of a commit's digits. */
export function fullRef(orCommit: boolean): Field {
  return {
    groups: [DIGITS, PLAIN, ...SPECIAL, '-_', `!"#$%&'()+,;<=>]\`|}é`, '{', '@', '.', '/'],
    start: '',
    step: (state, char) => {
      if (state.startsWith('=')) {
        const next = REF_NAME.step(state.slice(1), char);
        return next === undefined ? undefined : `=${next}`;
      }
      const isHex = orCommit && /^#?\d*$/.test(state) && `${DIGITS}abcdef`.includes(char);
      if (isHex) return Number(state.slice(1)) < 40 ? `#${Number(state.slice(1)) + 1}` : undefined;
      if (REF_PREFIXES.includes(state + char)) return `=${REF_NAME.start}`;
      return REF_PREFIXES.some((prefix) => prefix.startsWith(state + char)) ? state + char : undefined;
    },
    accepts: (state) => state === '#40' || (state.startsWith('=') && REF_NAME.accepts(state.slice(1))),
  };
}
