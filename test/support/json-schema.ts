import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';

/** What a published schema has against a document, a line for each; nothing where it is valid. */
export function schemaErrors(name: string): (document: unknown) => string[] {
  const text = readFileSync(join(__dirname, '..', 'schemas', name), 'utf8');
  // Schemas for editors have keywords of their own.
  const validate: ValidateFunction = new Ajv({
    strict: false,
    allErrors: true,
    validateFormats: false,
  }).compile(JSON.parse(text));
  return (document) => {
    validate(document);
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  };
}
