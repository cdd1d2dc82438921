import type { SignInCauseId } from '../../../../github/trust/refusal-causes';
import { script, scriptOf } from '../script';
import { ANNOTATE } from '../verify/messages';
import { causesInPython } from './causes';
import { JUDGE } from './judge';

const IMPORTS = script(`
  import base64, json, os, re, urllib.parse, urllib.request
`);

/** The token stays in this process: it is masked before anything else is done with it, and no error has it. */
const TOKEN = script(`
  def token_for(audience):
      url = os.environ["ACTIONS_ID_TOKEN_REQUEST_URL"] + "&audience=" + urllib.parse.quote(audience)
      headers = {"Authorization": "Bearer " + os.environ["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]}
      with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=10) as answer:
          token = json.load(answer)["value"]
      print(f"::add-mask::{token}", flush=True)
      return token


  def claims_of(token):
      claims = json.loads(base64.urlsafe_b64decode(token.split(".")[1] + "=="))
      return {claim: str(value) for claim, value in claims.items()}
`);

const TELL = script(`
  def tell(found, trust, entry):
      arn = re.sub(r"[^\\w:/+=,.@-]", "?", os.environ["ROLE_ARN"], flags=re.ASCII)
      _, partition, _, _, account, role = (arn.split(":") + [""] * 6)[:6]
      places = {
          "repository": os.environ["GITHUB_REPOSITORY"],
          "run": os.environ["GITHUB_RUN_ID"],
          "account": account,
          "role": role.split("/")[-1],
          "provider": f"arn:{partition}:iam::{account}:oidc-provider/{trust['issuer'][8:]}",
      }
      rows = ["| | what is trusted | what the run has | what to do | to see it |", "| --- | --- | --- | --- | --- |"]
      for cause, (title, *texts, command) in CAUSES.items():
          if cause in found:
              wanted, has = found[cause]
              places.update(trusted=" or ".join(map(shown, wanted)), has=shown(has))
              texts = [re.sub(r"{(\\w+)}", lambda place: places.get(place[1], place[0]), text) for text in (*texts, COMMANDS[command])]
              annotate("error", title, "{} {} {} To see it: {}".format(*texts))
              cells = [re.sub(r"[\\\\\`*_<>|~\\[\\]]", r"\\\\\\g<0>", text) for text in texts[:3]]
              rows.append("| " + " | ".join([title, *cells, "\`" + texts[3].replace("|", r"\\|") + "\`"]) + " |")
      if not entry:
          rows.append("\\nWhether the role trusts this repository was not compared: its entry is not known here.")
      with open(os.environ["GITHUB_STEP_SUMMARY"], "a") as summary:
          summary.write("\\n".join(["### The role does not trust this run", "", *rows, ""]))
      with open(os.environ["GITHUB_OUTPUT"], "a") as output:
          output.write("refused=true\\n")
`);

const MAIN = script(`
  def compare():
      trust, entry = json.loads(os.environ["TRUST"]), os.environ.get("TRUSTED_REPOSITORY", "").split()
      found = {"token-missing": ([], None)}
      if "ACTIONS_ID_TOKEN_REQUEST_URL" in os.environ:
          found = judge(trust, entry, claims_of(token_for(os.environ["AUDIENCE"])))
      if found:
          tell(found, trust, entry)


  try:
      compare()
  except Exception as error:
      print(f"This run was not compared with what the role trusts: {type(error).__name__}")
`);

/**
 * Compares the identity of the run with what the role trusts, and says why AWS will refuse it. AWS decides: nothing
 * here fails a job, and nothing is said where all is as it should be.
 *
 * @param python a word of bash that is the Python to run, of 3.6 or later
 * @param causes those that it may have to say
 * @see https://docs.github.com/en/actions/reference/security/oidc
 */
export function compareSignIn(python: string, causes: ReadonlySet<SignInCauseId>): string {
  return scriptOf(
    `${python} -I - <<'PYTHON' || echo 'This run was not compared with what the role trusts.'`,
    narrow([IMPORTS, ANNOTATE, causesInPython(causes), JUDGE, TOKEN, TELL, MAIN].join('\n\n')),
    'PYTHON',
  );
}

/** Every file that publishes has it: two columns a level are 1 kB less than four. */
function narrow(program: string): string {
  return program.replace(/^ +/gm, (indent) => indent.slice(indent.length / 2));
}
