/**
 * A text for people, with the names as its reader writes them. jsii says which language an app is written in; in Python
 * a property `domainName` is the argument `domain_name`.
 *
 * @see https://aws.github.io/jsii/user-guides/language-support/python/
 */
export function inReadersLanguage(text: string, agent = process.env.JSII_AGENT): string {
  return agent?.startsWith('Python/') ? inPython(text) : text;
}

/** What somebody gave, and addresses: they stay as they are. */
const VERBATIM = /"(?:[^"\\]|\\.)*"|(?<!\w)'[^']*'(?!\w)|\b(?:https?:\/\/|arn:)\S+|\(construct .*\)$/g;

/** A name of two words or more, as `domainName`. Names of AWS begin with a capital, or follow a colon. */
const CAMEL_CASE = /(?<![\w:/.-])(?:\w+\.)?[a-z][a-z0-9]*(?:[A-Z][a-z0-9]+)+\b/g;

function inPython(text: string): string {
  const kept: string[] = [];
  const shape = text.replace(VERBATIM, (part) => `\0${kept.push(part) - 1}\0`);
  return (
    shape
      .replace(/\bnew (?=[A-Z])/g, '')
      // The last argument of a call is an object there, and named arguments here.
      .replace(/\{ ([^{}]*) \}\)/g, (_, properties: string) => `${properties.replaceAll(': ', '=')})`)
      .replace(/\b(as in|Write there:|such as) (\w+): (?=\S)/g, '$1 $2=')
      .replace(CAMEL_CASE, snakeCase)
      .replace(
        /(\w+(?:=|: )|\b\w+_\w+ )(true|false)\b/g,
        (_, name: string, value: string) => name + capital(value),
      )
      .replace(/^(.*Write instead: )this\./, '$1self.')
      .replace(/\0(\d+)\0/g, (_, index: string) => kept[Number(index)])
  );
}

function snakeCase(name: string): string {
  const [owner, member] = name.includes('.') ? name.split('.') : ['', name];
  const words = member.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return owner ? `${owner}.${words}` : words;
}

function capital(word: string): string {
  return word[0].toUpperCase() + word.slice(1);
}
