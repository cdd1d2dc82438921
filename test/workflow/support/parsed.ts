import { type Document, parseDocument } from 'yaml';
import type { Workflow } from '../../../src/workflow/language/model';

const documents = new Map<string, Document>();
const workflows = new Map<string, Workflow>();

/** A document of YAML, which is read once. */
export function parsedDocument(text: string): Document {
  const document = documents.get(text) ?? parseDocument(text);
  documents.set(text, document);
  return document;
}

/** A workflow, which is read once. Not to be changed. */
export function parsedWorkflow(text: string): Workflow {
  const workflow = workflows.get(text) ?? parsedDocument(text).toJS();
  workflows.set(text, workflow);
  return workflow;
}
