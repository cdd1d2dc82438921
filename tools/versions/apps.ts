import { REFERENCE_APPS } from '../../test/reference/apps';
import { synthesize } from '../../test/reference/synthesize';

// Runs beside each version of the CDK, by each version of Node.js.
const made = Object.entries(REFERENCE_APPS).map(([app, create]) => [app, synthesize(create())]);
console.log(JSON.stringify(Object.fromEntries(made)));
