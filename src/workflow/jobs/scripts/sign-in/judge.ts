import { script } from '../script';

/**
 * Python that compares the claims of a token with a `SharedTrust` and the entry of a repository, condition by
 * condition as IAM does. Without the entry, nothing is said of which repository it is. It gives each cause with what
 * is trusted and what the run has. Needs `re`.
 */
export const JUDGE = script(`
  def judge(trust, entry, claims):
      if claims.get("iss") != trust["issuer"]:
          return {"issuer": ([trust["issuer"]], claims.get("iss"))}
      subjects = [part for part in entry if part.startswith("repo:")]
      ids = [part.split("=") for part in entry if part not in subjects]
      kind = "repositories" if subjects else "organizations"
      if entry and kind in trust:
          return judge_as(trust, trust[kind], subjects, ids, claims)
      kinds = [trust[name] for name in ("repositories", "organizations") if name in trust]
      return min((judge_as(trust, kind, [], [], claims) for kind in kinds), key=len)


  def judge_as(trust, kind, subjects, ids, claims):
      found = judge_subject(kind, subjects, ids, claims) if "contexts" in kind else {}
      if "subjects" in kind:
          found = judge_any_subject(kind["subjects"], claims)
      for claim, values in {**trust["claims"], **kind["claims"]}.items():
          if not like(values, claims.get(claim)):
              cause, *said = cause_of_claim(claim, values, claims)
              found.setdefault(cause, said)
      same_name = claims.get("repository") in map(name_of, subjects)
      for claim, value in ids:
          if claims.get(claim) != value and not found.keys() & {"repository", "renamed", "letter-case"}:
              found["recreated" if same_name else "repository"] = [f"{claim} {value}"], f"{claim} {claims.get(claim)}"
      return found


  def judge_subject(kind, subjects, ids, claims):
      sub, contexts = claims.get("sub", ""), kind["contexts"]
      repository, _, context = sub[5:].partition(":")
      repository = sub[:5] + repository
      forms = {"classic": "repo:[^/:@]+/[^/:@]+", "immutable": "repo:[^/:@]+@[0-9]+/[^/:@]+@[0-9]+"}
      fits = repository in subjects or not subjects and any(re.fullmatch(forms[form], repository) for form in kind["forms"])
      if fits and like(contexts, context):
          return {}
      wanted = subjects or ["repo:OWNER/NAME"]
      if not is_default(repository, context, claims):
          return {"subject-template": (wanted, sub)}
      found = {}
      if not like(contexts, context):
          cause, *said = cause_of_context(contexts, claims)
          found[cause] = said
      if not fits:
          found[cause_of_repository(subjects, ids, repository, claims)] = wanted, repository
      return found


  def judge_any_subject(kind, claims):
      sub, contexts = claims.get("sub", ""), kind["contexts"]
      if like(["repo:*/*:" + context for context in contexts], sub) and not like(kind["excluded"], sub):
          return {}
      repository, _, context = sub[5:].partition(":")
      if not is_default(sub[:5] + repository, context, claims):
          return {"subject-template": (["repo:OWNER/NAME"], sub)}
      cause, *said = cause_of_context(contexts, claims)
      return {cause: said}


  def is_default(repository, context, claims):
      owner, _, name = claims.get("repository", "").partition("/")
      owner_id, repository_id = claims.get("repository_owner_id"), claims.get("repository_id")
      contexts = ["pull_request", "ref:" + claims.get("ref", "")]
      if "environment" in claims:
          contexts = ["environment:" + claims["environment"].replace(":", "%3A")]
      forms = f"repo:{owner}/{name}", f"repo:{owner}@{owner_id}/{name}@{repository_id}"
      return repository in forms and context in contexts


  def cause_of_context(contexts, claims):
      environments = [context[12:] for context in contexts if context.startswith("environment:")]
      others = [re.sub("^ref:", "", context) for context in contexts if not context.startswith("environment:")]
      if "environment" in claims:
          return "environment" if environments else "environment-unexpected", environments or others, claims["environment"]
      return cause_of_claim("ref", others, claims) if others else ("environment-missing", environments, None)


  def cause_of_repository(subjects, ids, repository, claims):
      names, name = [name_of(subject) for subject in subjects], claims.get("repository", "")
      if not subjects or name in names:
          if "@" not in repository:
              return "classic-subject"
          return "recreated" if any("@" in subject for subject in subjects) else "immutable-subject"
      if name.lower() in (name.lower() for name in names):
          return "letter-case"
      return "renamed" if ["repository_id", claims.get("repository_id")] in ids else "repository"


  def cause_of_claim(claim, values, claims):
      has, event = claims.get(claim), claims.get("event_name", "")
      if claim == "ref":
          return ("event", values, event) if event.startswith("pull_request") else ("ref", values, has)
      if claim == "environment":
          return "environment" if has else "environment-missing", values, has
      if claim == "aud":
          return "audience", values, has
      if claim == "job_workflow_ref":
          wanted, given = values[0].split("@"), (has or "").split("@")
          if wanted[0] == given[0]:
              return "workflow-ref", wanted[1:], given[-1]
          return "letter-case" if wanted[0].lower() == given[0].lower() else "workflow", values, has
      return "claim", [f"{claim} {value}" for value in values], f"{claim} {has}"


  def name_of(subject):
      return re.sub("@[0-9]+", "", subject[5:])


  def like(patterns, value):
      """Whether one of the patterns matches, in which a * stands for any characters."""
      regexes = (".*".join(map(re.escape, pattern.split("*"))) for pattern in patterns)
      return value is not None and any(re.fullmatch(regex, value, re.DOTALL) for regex in regexes)
`);
