import { script } from '../script';

/**
 * Python that compares the claims of a token with a `SharedTrust` and the entry of a repository, condition by
 * condition as IAM does. Without the entry, nothing is said of which repository it is. It gives each cause with what
 * is trusted and what the run has. Needs `re`.
 */
export const JUDGE = script(`
  FORMS = {"classic": r"repo:[^/:@]+/[^/:@]+", "immutable": r"repo:[^/:@]+@\\d+/[^/:@]+@\\d+"}


  def judge(trust, entry, claims):
      """The causes of a refusal by the kind of identities that the run is nearest to."""
      if claims.get("iss") != trust["issuer"]:
          return {"issuer": ([trust["issuer"]], claims.get("iss"))}
      kind = "repositories" if any(is_subject(part) for part in entry) else "organizations"
      if entry and kind in trust:
          return judge_as(trust, trust[kind], entry, claims)
      kinds = [trust[name] for name in ("repositories", "organizations") if name in trust]
      return min((judge_as(trust, kind, [], claims) for kind in kinds), key=len)


  def judge_as(trust, kind, entry, claims):
      subjects = [part for part in entry if is_subject(part)]
      found = judge_subject(kind, subjects, entry, claims) if "contexts" in kind else {}
      for claim, values in {**trust["claims"], **kind["claims"]}.items():
          if not like(values, claims.get(claim)):
              cause, *said = cause_of_claim(claim, values, claims)
              found.setdefault(cause, said)
      same_name = claims.get("repository") in map(name_of, subjects)
      for claim, value in (part.split("=") for part in entry if not is_subject(part)):
          if claims.get(claim) != value and not found.keys() & {"repository", "renamed", "letter-case"}:
              has = f"{claim} {claims.get(claim)}"
              found["recreated" if same_name else "repository"] = [f"{claim} {value}"], has
      return found


  def judge_subject(kind, subjects, entry, claims):
      sub, contexts = claims.get("sub", ""), kind["contexts"]
      repository, _, context = sub.removeprefix("repo:").partition(":")
      repository = "repo:" + repository
      forms = [FORMS[form] for form in kind["forms"]]
      fits = repository in subjects if subjects else any(re.fullmatch(form, repository) for form in forms)
      if is_subject(sub) and fits and like(contexts, context):
          return {}
      wanted = subjects or ["repo:OWNER/NAME"]
      if repository not in default_repositories(claims) or context not in default_contexts(claims):
          return {"subject-template": (wanted, sub)}
      found = {}
      if not like(contexts, context):
          cause, *said = cause_of_context(contexts, claims)
          found[cause] = said
      if not fits:
          found[cause_of_repository(subjects, entry, repository, claims)] = wanted, repository
      return found


  def default_repositories(claims):
      owner, _, name = claims.get("repository", "").partition("/")
      owner_id, repository_id = claims.get("repository_owner_id"), claims.get("repository_id")
      return f"repo:{owner}/{name}", f"repo:{owner}@{owner_id}/{name}@{repository_id}"


  def default_contexts(claims):
      if "environment" in claims:
          return ["environment:" + claims["environment"].replace(":", "%3A")]
      return ["pull_request", "ref:" + claims.get("ref", "")]


  def cause_of_context(contexts, claims):
      environments = [context[12:] for context in contexts if context.startswith("environment:")]
      others = [context.removeprefix("ref:") for context in contexts if not context.startswith("environment:")]
      if "environment" in claims:
          cause = "environment" if environments else "environment-unexpected"
          return cause, environments or others, claims["environment"]
      return cause_of_ref(others, claims) if others else ("environment-missing", environments, None)


  def cause_of_ref(refs, claims):
      event = claims.get("event_name", "")
      return ("event", refs, event) if event.startswith("pull_request") else ("ref", refs, claims.get("ref"))


  def cause_of_repository(subjects, entry, repository, claims):
      names, name = [name_of(subject) for subject in subjects], claims.get("repository", "")
      if not subjects or name in names:
          if "@" not in repository:
              return "classic-subject"
          return "recreated" if any("@" in subject for subject in subjects) else "immutable-subject"
      if name.lower() in (name.lower() for name in names):
          return "letter-case"
      return "renamed" if f"repository_id={claims.get('repository_id')}" in entry else "repository"


  def cause_of_claim(claim, values, claims):
      has = claims.get(claim)
      if claim == "ref":
          return cause_of_ref(values, claims)
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


  def is_subject(text):
      return text.startswith("repo:")


  def name_of(subject):
      return re.sub(r"@\\d+", "", subject.removeprefix("repo:"))


  def like(patterns, value):
      """Whether one of the patterns matches, in which a * stands for any characters."""
      regexes = (".*".join(map(re.escape, pattern.split("*"))) for pattern in patterns)
      return value is not None and any(re.fullmatch(regex, value, re.DOTALL) for regex in regexes)
`);
