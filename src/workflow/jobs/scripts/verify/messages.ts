import { script } from '../script';

/**
 * What is said of files, and of runs, by whoever made them: shown as it is where it is harmless, else in escapes, so
 * that no name becomes a command of the workflow or hides what it is.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export const ANNOTATE = script(`
  def shown(text):
      text = str(text)
      text = text if re.fullmatch(r"[\\w./+!@:*,=()-]*", text, re.ASCII) else ascii(text)
      return text if len(text) <= 200 else text[:200] + "..."


  def annotate(kind, title, sentence):
      for character, escape in (("%", "%25"), ("\\r", "%0D"), ("\\n", "%0A")):
          sentence = sentence.replace(character, escape)
      print(f"::{kind} title={title}::{sentence}", flush=True)
`);

const REFUSED = script(`
  class Refused(Exception):
      def __init__(self, title, sentence):
          super().__init__(sentence)
          self.title = title
`);

/** The same, and the error by which a file is refused. */
export const MESSAGES = [REFUSED, ANNOTATE].join('\n\n');
