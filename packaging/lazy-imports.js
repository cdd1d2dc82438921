const {
  createSourceFile,
  forEachChild,
  isIdentifier,
  isPropertyAccessExpression,
  isShorthandPropertyAssignment,
  isVariableStatement,
  ScriptTarget,
} = require('typescript');

/**
 * A compiled module that loads each of its imports when that is first used, as aws-cdk-lib does: an app that makes one
 * thing does not wait for the rest.
 *
 * TypeScript writes an import as `const name_1 = require("…")`, and each use of it as `name_1.member`.
 */
function lazyImports(text) {
  const source = createSourceFile('module.js', text, ScriptTarget.ES2022, true);
  const imports = new Map(source.statements.flatMap(importIn));
  const edits = [...imports.values()];
  const visit = (node) => {
    if (isIdentifier(node) && imports.has(node.text)) edits.push(...editsOfUse(node));
    forEachChild(node, visit);
  };
  visit(source);
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce((rest, { start, end, by }) => rest.slice(0, start) + by + rest.slice(end), text);
}

/** The name of an import, and what is to stand in its place. */
function importIn(statement) {
  const [declaration] = isVariableStatement(statement) ? statement.declarationList.declarations : [];
  const [, path] = /^require\(("[^"]+")\)$/.exec(declaration?.initializer?.getText() ?? '') ?? [];
  if (path === undefined) return [];
  const name = declaration.name.text;
  const by = `let ${name} = () => { const loaded = require(${path}); ${name} = () => loaded; return loaded; };`;
  return [[name, { start: statement.getStart(), end: statement.end, by }]];
}

function editsOfUse(identifier) {
  const { parent, text, end } = identifier;
  if (parent.name === identifier && !isShorthandPropertyAssignment(parent)) return [];
  if (!isPropertyAccessExpression(parent)) {
    throw new Error(`The import ${text} is used other than by a member: ${parent.getText()}`);
  }
  // In brackets, since `new name_1().Member()` would call the import with `new`.
  return [{ start: identifier.getStart(), end, by: `(${text}())` }];
}

module.exports = { lazyImports };
