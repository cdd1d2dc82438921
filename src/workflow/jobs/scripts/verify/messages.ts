import { script } from '../script';

/**
 * What is said of files by whoever made them: shown as it is where it is harmless, else in escapes, so that no
 * name of a file becomes a command of the workflow or hides what it is.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export const MESSAGES = script(`
  class Refused(Exception):
      def __init__(self, title, sentence):
          super().__init__(sentence)
          self.title = title


  def shown(text):
      text = str(text)
      text = text if re.fullmatch(r"[\\w./+!@:*,=()-]*", text, re.ASCII) else ascii(text)
      return text if len(text) <= 200 else text[:200] + "..."


  def annotate(kind, title, sentence):
      for character, escape in (("%", "%25"), ("\\r", "%0D"), ("\\n", "%0A")):
          sentence = sentence.replace(character, escape)
      print(f"::{kind} title={title}::{sentence}", flush=True)
`);
