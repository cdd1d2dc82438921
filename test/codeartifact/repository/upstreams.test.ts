import { CfnParameter, type Stack } from 'aws-cdk-lib';
import { Domain, ExternalConnection, type IDomain, type IRepository, Repository } from '../../../src';
import { deploy } from '../../support/deployed';
import { expectRefusal } from '../../support/refusals';
import { ACME, newStack } from '../../support/stacks';

const GUIDE = 'See https://docs.aws.amazon.com/codeartifact/latest/ug/repos-upstream.html';

function create(domain: IDomain, repositoryName: string, upstreams?: IRepository[]): Repository {
  return new Repository(domain.stack, repositoryName, { domain, repositoryName, upstreams });
}

function newDomain(stack: Stack, id = 'Domain', domainName = 'acme'): Domain {
  return new Domain(stack, id, { domainName });
}

function imported(stack: Stack, id: string, domainName: string, repositoryName: string, owner?: string) {
  const domain = Domain.fromDomainAttributes(stack, `${id}Domain`, { domainName, domainOwner: owner });
  return Repository.fromRepositoryAttributes(stack, id, { domain, repositoryName });
}

describe('the upstreams of a repository', () => {
  test('may be 10, whether given at first or added', () => {
    const domain = newDomain(newStack());
    const upstreams = Array.from({ length: 9 }, (_, index) => create(domain, `upstream-${index}`));
    const python = create(domain, 'python', upstreams);
    python.addUpstream(create(domain, 'upstream-9'));
    expect(() => deploy(domain.stack)).not.toThrow();
  });

  test('may not be 11', () => {
    const domain = newDomain(newStack());
    const upstreams = Array.from({ length: 11 }, (_, index) => create(domain, `upstream-${index}`));
    expectRefusal(
      () => create(domain, 'python', upstreams),
      'upstreams "Stack/upstream-10" would be number 11.',
      'Allowed: 10 direct upstreams; an upstream may have upstreams of its own.',
      GUIDE,
      '(construct Stack/python)',
    );
  });

  test.each(['upstreams', 'addUpstream'])('do not stand beside an external connection: %s', (way) => {
    const domain = newDomain(newStack());
    const upstream = create(domain, 'upstream');
    expectRefusal(
      () => {
        const upstreams = way === 'upstreams' ? [upstream] : [];
        const externalConnection = ExternalConnection.PYPI;
        const props = { domain, repositoryName: 'python', upstreams, externalConnection };
        new Repository(domain.stack, 'python', props).addUpstream(upstream);
      },
      'upstreams "Stack/upstream" can not stand beside the external connection public:pypi.',
      'Write instead: a repository of its own for the connection, as an upstream of this one.',
      GUIDE,
      '(construct Stack/python)',
    );
  });

  test('are each there once', () => {
    const domain = newDomain(newStack());
    const upstream = create(domain, 'upstream');
    expectRefusal(
      () => create(domain, 'python', [upstream, upstream]),
      'upstreams "Stack/upstream" is an upstream already.',
      GUIDE,
      '(construct Stack/python)',
    );
  });

  test('are each there once, however they are imported', () => {
    const stack = newStack(ACME);
    const python = create(newDomain(stack), 'python');
    python.addUpstream(imported(stack, 'First', 'acme', 'pypi-store'));
    expect(() => python.addUpstream(imported(stack, 'Second', 'acme', 'pypi-store'))).toThrow(
      'upstreams "Stack/Second" is an upstream already.',
    );
    expect(() => python.addUpstream(imported(stack, 'Third', 'acme', 'other'))).not.toThrow();
  });

  test('may not be the repository itself', () => {
    const python = create(newDomain(newStack()), 'python');
    expectRefusal(
      () => python.addUpstream(python),
      'upstreams "Stack/python" has this repository as its own upstream, or is it.',
      GUIDE,
      '(construct Stack/python)',
    );
  });

  test('may not go in a circle, however long', () => {
    const domain = newDomain(newStack());
    const [first, second, third] = ['first', 'second', 'third'].map((name) => create(domain, name));
    first.addUpstream(second);
    second.addUpstream(third);
    expectRefusal(
      () => third.addUpstream(first),
      'upstreams "Stack/first" has this repository as its own upstream, or is it.',
      GUIDE,
      '(construct Stack/third)',
    );
  });

  test('may meet again further up', () => {
    const domain = newDomain(newStack());
    const store = create(domain, 'store');
    const left = create(domain, 'left', [store]);
    const right = create(domain, 'right', [store]);
    expect(() => create(domain, 'python', [left, right, store])).not.toThrow();
  });
});

describe('an upstream of another domain', () => {
  const expectOther = (repository: Repository, upstream: IRepository) =>
    expectRefusal(
      () => repository.addUpstream(upstream),
      `upstreams "${upstream.node.path}" is of another domain.`,
      'Allowed: repositories of the same domain.',
      GUIDE,
      '(construct Stack/python)',
    );

  test('is refused where both are new', () => {
    const stack = newStack();
    const other = create(newDomain(stack, 'Other', 'acme-test'), 'other');
    expectOther(create(newDomain(stack), 'python'), other);
  });

  test('is refused where the owner of a new one is another', () => {
    const stack = newStack(ACME);
    const python = create(newDomain(stack), 'python');
    expectOther(python, imported(stack, 'Other', 'acme', 'other', '222222222222'));
  });

  test.each([undefined, ACME])('is refused where both are imported, with the environment %p', (env) => {
    const stack = newStack(env);
    const domain = Domain.fromDomainAttributes(stack, 'Domain', { domainName: 'acme' });
    const python = create(domain, 'python');
    expectOther(python, imported(stack, 'Other', 'acme-test', 'other'));
    expect(() => python.addUpstream(imported(stack, 'Same', 'acme', 'same'))).not.toThrow();
  });

  test('is left to deployment where the names are', () => {
    const stack = newStack();
    const python = create(newDomain(stack), 'python');
    const name = new CfnParameter(stack, 'Name').valueAsString;
    expect(() => python.addUpstream(imported(stack, 'Other', name, 'other'))).not.toThrow();
  });
});
