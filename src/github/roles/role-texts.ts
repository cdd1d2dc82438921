import type { IConstruct } from 'constructs';
import { invalidInput } from '../../private/invalid-input';
import { checkTextLength } from '../../private/text-length';
import { isKnownLater } from '../../private/token-text';

const CREATE_ROLE = 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html';

/** Throws for a name that IAM would not give a role; what is known later passes. */
export function checkRoleName(place: IConstruct | string, property: string, roleName?: string): void {
  if (roleName === undefined || isKnownLater(roleName) || /^[\w+=,.@-]{1,64}$/.test(roleName)) return;
  throw invalidInput(
    {
      property,
      given: roleName,
      reason: 'is not a name that IAM takes',
      allowed: "1 to 64 letters, digits and '_+=,.@-'; no path",
      see: CREATE_ROLE,
    },
    place,
  );
}

/** Throws for a description that IAM would not take; what is known later passes. */
export function checkRoleDescription(place: IConstruct | string, description?: string): void {
  checkTextLength(place, 'description', description, CREATE_ROLE);
}
