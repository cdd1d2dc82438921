import type { ReaderFiles } from './app';
import { jobCases, type ReaderCase, readerCases } from './cases';
import { play } from './play';
import type { ReaderWorld } from './world';

/** A way to get the action wrong, which a case has to notice. */
export interface ReaderMutation {
  readonly says: string;
  readonly from: RegExp;
  readonly to: string;
  /** The sentence of the case that is to notice. */
  readonly watch: RegExp;
}

const PIP = /^pip (?!22).* installs all/;
const UV = /^uv (?!0\.4\.).* installs all/;
const LAST = / *\} >> "\$GITHUB_ENV"\n/;
const last = (line: string) => `        } >> "$GITHUB_ENV"\n        ${line}\n`;

export const READER_MUTATIONS: readonly ReaderMutation[] = [
  { says: 'the token is not masked', from: /echo "::add-mask::\$token"/, to: ':', watch: PIP },
  {
    says: 'the token is masked once it is printed',
    from: /echo "::add-mask::\$token"/,
    to: 'echo "$token"; echo "::add-mask::$token"',
    watch: PIP,
  },
  {
    says: 'the token stands in a file of pip',
    from: LAST,
    to: last(
      'mkdir -p ~/.config/pip; printf "[global]\\nindex-url = %s\\n" "$token" > ~/.config/pip/pip.conf',
    ),
    watch: PIP,
  },
  {
    says: 'the token stands in ~/.netrc',
    from: LAST,
    to: last('echo "machine x login aws password $token" > ~/.netrc'),
    watch: PIP,
  },
  {
    says: 'the token is an output',
    from: LAST,
    to: last('echo "token=$token" >> "$GITHUB_OUTPUT"'),
    watch: PIP,
  },
  {
    says: 'the token stands in the URL for uv',
    from: /UV_DEFAULT_INDEX=\$index=\$INDEX_URL/,
    to: 'UV_DEFAULT_INDEX=https://aws:$token@${INDEX_URL#https://}',
    watch: UV,
  },
  {
    says: 'pip has public PyPI as an extra index',
    from: LAST,
    to: last('echo "PIP_EXTRA_INDEX_URL=https://pypi.org/simple/" >> "$GITHUB_ENV"'),
    watch: PIP,
  },
  {
    says: 'uv takes the best version of any index',
    from: LAST,
    to: last(
      'printf "UV_INDEX=https://pypi.org/simple/\\nUV_INDEX_STRATEGY=unsafe-best-match\\n" >> "$GITHUB_ENV"',
    ),
    watch: UV,
  },
  { says: 'nothing is set up', from: /echo "PIP_INDEX_URL=.*"/, to: 'true', watch: PIP },
  {
    says: 'later steps have the session of the role',
    from: /output-env-credentials: false/,
    to: 'output-env-credentials: true',
    watch: /^no later step/,
  },
  { says: 'nobody looks for a fork', from: /"\$IS_FORK" = true/, to: '1 = 2', watch: /from a fork$/ },
  {
    says: 'nobody looks for the identity of the run',
    from: /-z "\$ACTIONS_ID_TOKEN_REQUEST_URL"/,
    to: '1 = 2',
    watch: /without id-token/,
  },
  {
    says: 'Python signs something else',
    from: /"aws4_request"/,
    to: '"aws3_request"',
    watch: /no program of AWS/,
  },
];

/** What the case says that noticed. */
export async function catcher(
  mutation: ReaderMutation,
  world: ReaderWorld,
  cases: readonly ReaderCase[] = [...jobCases(), ...readerCases()].filter(({ says }) =>
    mutation.watch.test(says),
  ),
): Promise<string | undefined> {
  const { from, to, says } = mutation;
  const all = changed(world.setup.all, from, to);
  if (JSON.stringify(all) === JSON.stringify(world.setup.all)) throw new Error(`"${says}" changes nothing`);
  const [one, ...more] = cases;
  if (!one || more.length) throw new Error(`"${says}" is watched by ${cases.length} cases`);
  const { passed, got } = await play(one, world.with({ ...world.setup, all }));
  if (passed) return undefined;
  if (got.startsWith('broken') && !/asked elsewhere|it has/.test(got)) throw new Error(`"${says}" ${got}`);
  return got.trim().split('\n').at(-1)?.slice(0, 120);
}

function changed(files: ReaderFiles, from: RegExp, to: string): ReaderFiles {
  const texts = Object.entries(files.files).map(([path, text]) => [path, text.replace(from, () => to)]);
  return { ...files, files: Object.fromEntries(texts) };
}
