import { invalidInput } from '../../private/invalid-input';
import { isPlaceholder } from '../../private/token-text';
import { ACTIONS } from '../checkout/file-paths';
import type { InstallOptions } from './install-options';

const NAME = /^[a-z0-9_][a-z0-9_-]*$/;

/** The folder of the action from the root of the repository, where there is an action. */
export function actionFolder(place: string, { actionName, actionHost }: InstallOptions): string | undefined {
  if (actionName === undefined) {
    if (actionHost === undefined) return undefined;
    throw invalidInput(
      {
        property: 'actionName',
        given: actionName,
        reason: 'is missing, and actionHost says where an action is',
        instead: "actionName: 'install-python'",
      },
      place,
    );
  }
  // Lower case alone, since Windows and macOS know one folder by all spellings of its name.
  if (!NAME.test(actionName) && !isPlaceholder(actionName)) {
    const suggestion = actionName
      .toLowerCase()
      .replace(/[^a-z0-9_]+/g, '-')
      .replace(/^-+|-+$/g, '');
    throw invalidInput(
      {
        property: 'actionName',
        given: actionName,
        reason: 'is not a name for an action',
        allowed: "lower-case letters, digits, hyphens and underscores, as in 'install-python'; no folder",
        instead: NAME.test(suggestion) ? `'${suggestion}'` : undefined,
        see: 'https://docs.github.com/en/actions/tutorials/create-actions/create-a-composite-action',
      },
      place,
    );
  }
  return `${ACTIONS}/${actionName}`;
}
