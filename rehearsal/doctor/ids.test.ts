import { ExitCode } from '../../commands/command';
import { idsWith } from '../../commands/ids';
import { Catalog } from '../../evaluation/authorization';
import { restRepository } from '../github/rest/repository';
import { type Played, play } from './play';
import { emptyWorld, GITHUB_TOKEN, type World } from './scene';

const all: Played[] = [];

async function ids(args: string[], change: (world: World) => void = () => undefined): Promise<Played> {
  const world = emptyWorld();
  world.github.repositories.push(
    restRepository('acme/orders-sdk', 5678, 1234),
    restRepository('acme/billing-sdk', 9012, 1234),
  );
  change(world);
  const played = await play(idsWith, world, new Catalog({}), '/', args);
  all.push(played);
  return played;
}

const many = ({ github }: World) => {
  for (let i = 0; i < 198; i++) github.repositories.push(restRepository(`acme/sdk-${i}`, 10_000 + i, 1234));
};

describe('ids', () => {
  it('prints a line for each repository, in the letters that GitHub shows', async () => {
    const { code, stdout } = await ids(['acme/orders-sdk', 'Acme/Billing-SDK']);
    expect({ code, stdout }).toEqual({
      code: ExitCode.YES,
      stdout:
        "GitHubPublisher.repository('acme/orders-sdk', { ownerId: '1234', repositoryId: '5678' }),\n" +
        "GitHubPublisher.repository('acme/billing-sdk', { ownerId: '1234', repositoryId: '9012' }),\n",
    });
  });

  it('prints them in Python', async () => {
    expect((await ids(['acme/orders-sdk', '--language', 'python'])).stdout).toBe(
      'GitHubPublisher.repository("acme/orders-sdk", owner_id="1234", repository_id="5678"),\n',
    );
  });

  it('takes an organization page by page, without what is archived', async () => {
    const { code, stdout, world } = await ids(['acme'], (given) => {
      many(given);
      given.github.repositories.push({ ...restRepository('acme/old', 1, 1234), archived: true });
    });
    expect(code).toBe(ExitCode.YES);
    expect(stdout.split('\n')).toHaveLength(201);
    expect(stdout).not.toContain('acme/old');
    expect(world.github.requests).toHaveLength(3);
  });

  it('prints what it has where GitHub takes no more requests, and says so', async () => {
    const { code, stdout, stderr } = await ids(['acme', 'acme/orders-sdk'], (world) => {
      many(world);
      world.github.remaining = 1;
    });
    expect(code).toBe(ExitCode.UNDECIDED);
    expect(stdout.split('\n')).toHaveLength(101);
    expect(stderr).toMatch(/^acme: GitHub takes no more requests of this account/);
  });

  it('says what GitHub does not have', async () => {
    const { code, stdout, stderr } = await ids(['acme/none', 'nobody', 'acme/orders-sdk']);
    expect(code).toBe(ExitCode.NO);
    expect(stderr).toBe(
      'acme/none: GitHub has none of that name that the account gh is logged in to may see.\n' +
        'nobody: GitHub has no organization of that name. Name the repositories of a user one by one.\n',
    );
    expect(stdout).toContain('acme/orders-sdk');
  });

  it.each([
    [[], 'No repository and no organization is named.'],
    [
      ['https://github.com/acme/x'],
      'https://github.com/acme/x is neither OWNER/REPOSITORY nor an organization.',
    ],
    [['acme', '--language', 'java'], '--language java is none of typescript, python.'],
  ])('refuses %j', async (args, message) => {
    await expect(ids(args)).rejects.toThrow(message);
  });

  it('asks and answers as GitHub describes it, and shows no token', () => {
    expect(all.flatMap(({ world }) => world.github.violations)).toEqual([]);
    for (const { stdout, stderr } of all) expect(stdout + stderr).not.toContain(GITHUB_TOKEN);
  });
});
