import { removeFolders } from '../../../support/cli';
import { refusal, verify } from '../../../support/verify';

afterAll(removeFolders);

describe('the packages that are published here', () => {
  test.each(['acme-billing', 'acme-*', 'orders acme-billing', 'Acme.Billing', 'ACME_*'])('%s', (PACKAGES) => {
    expect(verify('wheel()', { PACKAGES })).toMatchObject({ status: 0, log: '' });
  });

  test.each([
    'acme',
    'acme-bill',
    'acme-orders',
    'acme-billing-*',
    'billing-*',
    'acme-billing-sdk',
  ])('and not %s', (PACKAGES) => {
    expect(refusal('wheel()', { PACKAGES })).toBe(
      'Not one of the packages::acme_billing-1.2.3-py3-none-any.whl is of the package acme-billing, ' +
        `and what is published here is ${PACKAGES}.`,
    );
  });

  test('are one where none are said', () => {
    expect(refusal('wheel()\nwheel("requests")')).toBe(
      'More than one package::The files are of acme-billing and requests. To publish several from one repository, ' +
        'say `packages` in the CDK app.',
    );
  });

  test('may be several where they are said', () => {
    const { outputs } = verify('wheel()\nwheel("acme_orders")', { PACKAGES: 'acme-*' });
    expect(outputs).toMatchObject({ packages: '["acme-billing", "acme-orders"]', version: '1.2.3' });
  });

  test('are not all of them where the variable of GitHub is not set', () => {
    expect(refusal('wheel()', { PACKAGES: '' })).toBe(
      'No packages::The input packages is empty, so that nothing may be published. Set the variable that it is passed from.',
    );
  });
});

describe('without a tag', () => {
  test('any version passes', () => {
    expect(verify('wheel(version="0.1.dev1+g1234567")', { TAG: '' }).outputs.version).toBe(
      '0.1.dev1+g1234567',
    );
  });

  test('two versions of a name do not', () => {
    expect(refusal('wheel()\nsdist(version="1.2.4")', { TAG: '' })).toBe(
      'More than one version::acme_billing-1.2.3-py3-none-any.whl is of version 1.2.3, and ' +
        'acme_billing-1.2.4.tar.gz of version 1.2.4.',
    );
  });

  test('versions of two names may differ, and then there is no one version', () => {
    const { outputs } = verify('wheel()\nwheel("acme_orders", "2.0")', { TAG: '', PACKAGES: 'acme-*' });
    expect(outputs.version).toBe('');
  });
});

test('two spellings of a version are two versions to an index', () => {
  expect(refusal('wheel(version="1.2")\nsdist(version="1.2.0")', { TAG: 'v1.2' })).toBe(
    'More than one version::acme_billing-1.2-py3-none-any.whl is of version 1.2, and acme_billing-1.2.0.tar.gz of version 1.2.0.',
  );
});

test('two spellings of a name are one file', () => {
  expect(refusal('sdist()\nsdist("Acme.Billing")')).toBe(
    'Twice the same::Acme.Billing-1.2.3.tar.gz and acme_billing-1.2.3.tar.gz are one thing by two names.',
  );
});
